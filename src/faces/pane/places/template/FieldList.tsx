/** Every field by record; a click writes it into the selected cell. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  SearchBox,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { fold } from "../../../../domain";
import type { TemplatePlaceWords } from "../../../../wording";
import type { OfferedRecord } from "./sources";
import type { TemplateWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "8px" },
  muted: { color: tokens.colorNeutralForeground2 },
  fields: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: "6px",
  },
  field: { minWidth: "auto", maxWidth: "100%", fontWeight: tokens.fontWeightRegular, textAlign: "left" },
});

interface FieldListProps {
  readonly work: TemplateWork;
  readonly records: readonly OfferedRecord[];
  readonly words: TemplatePlaceWords["fields"];
  readonly disabled: boolean;
}

export function FieldList({ work, records, words, disabled }: FieldListProps) {
  const styles = useStyles();
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<readonly unknown[]>([]);
  const wanted = fold(search);
  const shown = records
    .map((record) => ({
      name: record.name,
      fields: record.fields.filter(
        (field) => wanted === "" || fold(`${record.name}.${field}`).includes(wanted),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <div className={styles.column}>
      <Text size={200} className={styles.muted}>
        {words.lead}
      </Text>
      <SearchBox
        size="small"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={(_event, { value }) => setSearch(value)}
      />
      {shown.length === 0 && <Text role="status">{words.none}</Text>}
      <Accordion
        multiple
        collapsible
        // A search opens what it finds.
        openItems={wanted === "" ? open : shown.map(({ name }) => name)}
        onToggle={(_event, { openItems }) => setOpen(openItems)}
      >
        {shown.map(({ name, fields }) => (
          <AccordionItem key={name} value={name}>
            <AccordionHeader size="small">{`${name} (${fields.length})`}</AccordionHeader>
            <AccordionPanel>
              <ul className={styles.fields}>
                {fields.map((field) => (
                  <li key={field}>
                    <Button
                      size="small"
                      className={styles.field}
                      disabled={disabled}
                      aria-label={words.put(`${name}.${field}`)}
                      onClick={() => void work.putField(`${name}.${field}`)}
                    >
                      {field}
                    </Button>
                  </li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      <Text size={200} className={styles.muted}>
        {words.filters}
      </Text>
    </div>
  );
}
