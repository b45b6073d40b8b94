/** Trang tính của bạn: the sheets that staff already have, how each is read, changed by hand and kept. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  Checkbox,
  Field,
  makeStyles,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { fold } from "../../../../../domain";
import { OWN_TABLES, type OwnTableName } from "../../../../../layout";
import { mappingWords, type MappingWords } from "../../../../../wording";
import type { PaneSession } from "../../../session";
import { useStore } from "../../../store";
import { certaintyWords, MappingForm } from "./MappingForm";
import { mappingWorkOf, type MappingWork, type OwnSheetDraft } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  header: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "2px" },
  name: { overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

const SECTION = "own-sheets";

export interface OwnSheetsProps {
  readonly session: PaneSession;
  /** Checks the workbook. */
  readonly onCheck: () => void;
}

export function OwnSheets({ session, onCheck }: OwnSheetsProps) {
  const styles = useStyles();
  const words = mappingWords[session.host.locale];
  const work = mappingWorkOf(session);
  const { busy } = useStore(session);
  const { look, isOpen } = useStore(work.store);
  const disabled = busy !== null;
  return (
    <Accordion
      collapsible
      openItems={isOpen ? [SECTION] : []}
      onToggle={() => work.store.set({ isOpen: !isOpen })}
    >
      <AccordionItem value={SECTION}>
        <AccordionHeader as="h2">{words.title}</AccordionHeader>
        <AccordionPanel>
          <div className={styles.column}>
            <Text className={styles.muted}>{words.lead}</Text>
            {look ? (
              <Sheets {...{ session, work, words, disabled, onCheck }} />
            ) : (
              <div className={styles.buttons}>
                <Button appearance="primary" disabled={disabled} onClick={() => void work.load()}>
                  {words.look}
                </Button>
              </div>
            )}
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

interface SheetsProps {
  readonly session: PaneSession;
  readonly work: MappingWork;
  readonly words: MappingWords;
  readonly disabled: boolean;
  readonly onCheck: () => void;
}

function Sheets({ session, work, words, disabled, onCheck }: SheetsProps) {
  const styles = useStyles();
  const { sheets, openSheets } = useStore(work.store);
  if (sheets.length === 0) return <Text role="status">{words.none}</Text>;
  const isNew = sheets.some(
    (one) => one.changed || (one.included && one.mappings.some((mapping) => !mapping.confirmed)),
  );
  return (
    <>
      <Accordion
        collapsible
        multiple
        openItems={[...openSheets]}
        onToggle={(_event, data) => work.store.set({ openSheets: data.openItems.map(String) })}
      >
        {sheets.map((one) => (
          <AccordionItem key={one.sheet} value={one.sheet}>
            <AccordionHeader as="h3" size="small">
              <span className={styles.header}>
                <span className={styles.name}>{nameOf(one, words)}</span>
                <SheetBadge sheet={one} words={words} />
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <Sheet {...{ session, work, words, disabled }} sheet={one} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={disabled || !isNew} onClick={() => void work.save()}>
          {words.save}
        </Button>
        <Button disabled={disabled} onClick={onCheck}>
          {words.check}
        </Button>
      </div>
    </>
  );
}

function nameOf({ sheet, mappings, included, leftAlone }: OwnSheetDraft, words: MappingWords): string {
  if (mappings.length === 0 && !leftAlone) return words.notRead(sheet);
  if (!included) return words.leftAlone(sheet);
  return words.readAs(sheet, mappings.map((mapping) => words.tables[mapping.table]).join(", "));
}

function SheetBadge({ sheet, words }: { readonly sheet: OwnSheetDraft; readonly words: MappingWords }) {
  const { mappings, included } = sheet;
  if (!included || mappings.length === 0) return null;
  const isConfirmed = mappings.every((mapping) => mapping.confirmed);
  const least = Math.min(...mappings.map((mapping) => mapping.confidence));
  return (
    <Badge appearance="outline" color={isConfirmed ? "success" : "informative"}>
      {isConfirmed ? words.confirmed : certaintyWords(words, least)}
    </Badge>
  );
}

interface SheetProps extends Omit<SheetsProps, "onCheck"> {
  readonly sheet: OwnSheetDraft;
}

function Sheet({ session, work, words, disabled, sheet: one }: SheetProps) {
  const styles = useStyles();
  const { checked } = useStore(session);
  const { sheet, mappings, included } = one;
  const hasMarks = mappings.some((mapping) =>
    mapping.columns.some((column) => fold(column.header) === "kiem tra"),
  );
  return (
    <div className={styles.column}>
      {mappings.length > 0 && (
        <Checkbox
          label={words.include}
          checked={included}
          disabled={disabled}
          onChange={(_event, data) => work.include(sheet, data.checked === true)}
        />
      )}
      {mappings.length <= 1 && (
        <Field label={words.tableLabel} size="small">
          <Select
            value={mappings[0]?.table ?? ""}
            disabled={disabled}
            onChange={(_event, data) => work.readAs(sheet, data.value as OwnTableName)}
          >
            {mappings.length === 0 && <option value="">{words.noTable}</option>}
            {OWN_TABLES.map((table) => (
              <option key={table} value={table}>
                {words.tables[table]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {included &&
        mappings.map((mapping, at) => <MappingForm key={at} {...{ mapping, at, work, words, disabled }} />)}
      {included && checked && !hasMarks && checked.result.own.mappings.some((own) => own.sheet === sheet) && (
        <Button disabled={disabled} onClick={() => void work.addMarks(sheet)}>
          {words.addMarks(sheet)}
        </Button>
      )}
    </div>
  );
}
