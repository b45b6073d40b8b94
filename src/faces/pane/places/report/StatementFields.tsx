/** Which columns of a statement are what: guessed by their heads, changed by hand. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
} from "@fluentui/react-components";
import { columnLetters } from "../../../../book";
import { headTexts, STATEMENT_FIELDS, type StatementMapping } from "../../../../exchange";
import type { reportPlaceWords } from "../../../../wording";
import { UnitSelect } from "../../UnitSelect";
import type { OpenStatement } from "./state";
import type { ReportWork } from "./work";

const useStyles = makeStyles({
  accordion: { margin: "0 -12px" },
  fields: { display: "flex", flexDirection: "column", gap: "10px", padding: "4px 0 8px" },
});

interface StatementFieldsProps {
  readonly work: ReportWork;
  readonly words: (typeof reportPlaceWords)["vi"]["reconcile"];
  readonly statement: OpenStatement;
}

const unknown: StatementMapping = {
  headerRow: 0,
  columns: { date: null, number: null, amount: null, returned: null, note: null },
  unit: "đồng",
};

export function StatementFields({ work, words, statement }: StatementFieldsProps) {
  const styles = useStyles();
  const { sheets, sheet, mapping } = statement;
  return (
    <>
      {sheets.length > 1 && (
        <Field label={words.sheet}>
          <Select
            value={String(sheet)}
            onChange={(_event, { value }) => void work.reconcile.chooseSheet(Number(value))}
          >
            {sheets.map(({ name }, index) => (
              <option key={name} value={String(index)}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {mapping === null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.notFound}</MessageBarBody>
        </MessageBar>
      )}
      <Accordion
        key={`${statement.name} ${sheet}`}
        className={styles.accordion}
        collapsible
        defaultOpenItems={mapping === null ? ["columns"] : []}
      >
        <AccordionItem value="columns">
          <AccordionHeader as="h2">{words.columns}</AccordionHeader>
          <AccordionPanel className={styles.fields}>
            <ColumnChoices work={work} words={words} statement={statement} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}

function ColumnChoices({ work, words, statement }: StatementFieldsProps) {
  const { cells } = statement.sheets[statement.sheet]!;
  const mapping = statement.mapping ?? unknown;
  const heads = headTexts(cells, mapping.headerRow);
  const change = (part: Partial<StatementMapping>) => void work.reconcile.map({ ...mapping, ...part });
  return (
    <>
      <Field label={words.headRow}>
        <Input
          type="number"
          min={1}
          max={cells.length}
          value={String(mapping.headerRow + 1)}
          onChange={(_event, { value }) => {
            const row = Number(value) - 1;
            if (Number.isInteger(row) && row >= 0 && row < cells.length) change({ headerRow: row });
          }}
        />
      </Field>
      {STATEMENT_FIELDS.map((field) => (
        <Field key={field} label={words.fields[field]}>
          <Select
            value={String(mapping.columns[field] ?? "")}
            onChange={(_event, { value }) =>
              change({ columns: { ...mapping.columns, [field]: value === "" ? null : Number(value) } })
            }
          >
            <option value="">{words.noColumn}</option>
            {heads.map((head, column) => (
              <option key={column} value={String(column)}>
                {words.column(columnLetters(column), head)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <UnitSelect label={words.unit} value={mapping.unit} onChange={(unit) => change({ unit })} />
    </>
  );
}
