/** One table on a sheet of the staff's own: its unit, its columns, what holds for the whole sheet. */
import { Field, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { columnLetters } from "../../../../../book";
import { MONEY_UNITS, type MoneyUnit } from "../../../../../domain";
import { choosableFields, constantFields, type OwnColumn, type OwnMapping } from "../../../../../layout";
import type { MappingWords } from "../../../../../wording";
import type { MappingWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "8px" },
  muted: { color: tokens.colorNeutralForeground2 },
});

export interface MappingFormProps {
  readonly mapping: OwnMapping;
  /** Which of the sheet's tables. */
  readonly at: number;
  readonly work: MappingWork;
  readonly words: MappingWords;
  readonly disabled: boolean;
}

const SURE = 0.85;
const LIKELY = 0.7;

/** How sure the reading is, in words. */
export function certaintyWords(words: MappingWords, confidence: number): string {
  const { sure, likely, doubtful } = words.certainty;
  return words.percent(
    confidence >= SURE ? sure : confidence >= LIKELY ? likely : doubtful,
    Math.round(confidence * 100),
  );
}

export function MappingForm({ mapping, at, work, words, disabled }: MappingFormProps) {
  const styles = useStyles();
  const rows = mapping.headerRows.map((row) => row + 1).join(", ");
  return (
    <div className={styles.column}>
      <Text className={styles.muted}>{words.place(rows, mapping.firstRow + 1, mapping.lastRow + 1)}</Text>
      <Field label={words.unit} size="small" hint={hintOf(words, mapping.unitConfidence)}>
        <Select
          value={mapping.unit}
          disabled={disabled}
          onChange={(_event, data) => work.setUnit(mapping.sheet, at, data.value as MoneyUnit)}
        >
          {MONEY_UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {words.units[unit]}
            </option>
          ))}
        </Select>
      </Field>
      <Text as="h4" weight="semibold">
        {words.columns}
      </Text>
      {mapping.columns.map((column) => (
        <ColumnField key={column.column} {...{ mapping, at, work, words, disabled, column }} />
      ))}
      <Constants {...{ mapping, at, work, words, disabled }} />
    </div>
  );
}

/** Nothing needs to be said of what a person chose. */
function hintOf(words: MappingWords, confidence: number): string | null {
  return confidence === 1 ? null : certaintyWords(words, confidence);
}

function ColumnField({
  mapping,
  at,
  work,
  words,
  disabled,
  column,
}: MappingFormProps & { readonly column: OwnColumn }) {
  const fields = choosableFields(mapping.table);
  const isDoubtful = column.field !== null && column.confidence < LIKELY;
  const hints = [saysOf(mapping, column, words), column.field && hintOf(words, column.confidence)];
  return (
    <Field
      label={words.column(columnLetters(column.column), column.header)}
      size="small"
      hint={hints.filter(Boolean).join(" ") || null}
      {...(isDoubtful ? { validationState: "warning" as const } : {})}
    >
      <Select
        value={column.field ?? ""}
        disabled={disabled}
        onChange={(_event, data) => work.setField(mapping.sheet, at, column.column, data.value || null)}
      >
        <option value="">{words.unused}</option>
        {fields.map((field) => (
          <option key={field} value={field}>
            {field}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function saysOf(mapping: OwnMapping, column: OwnColumn, words: MappingWords): string | null {
  const said = Object.values(column.says);
  if (said.length > 0) return words.marks(said.join(", "));
  const block = column.block === null ? undefined : mapping.blocks[column.block];
  return block ? words.wide(Object.values(block).join(", ")) : null;
}

function Constants({ mapping, at, work, words, disabled }: MappingFormProps) {
  const given = new Set([
    ...mapping.columns.flatMap((column) => [column.field, ...Object.keys(column.says)]),
    ...mapping.blocks.flatMap((block) => Object.keys(block)),
  ]);
  const fields = constantFields(mapping.table).filter((field) => !given.has(field));
  if (fields.length === 0) return null;
  return (
    <>
      <Text as="h4" weight="semibold">
        {words.constants}
      </Text>
      <Text>{words.constantsHint}</Text>
      {fields.map((field) => {
        const constant = mapping.constants.find((one) => one.field === field);
        return (
          <Field
            key={field}
            label={field}
            size="small"
            hint={constant ? hintOf(words, constant.confidence) : null}
          >
            <Input
              value={constant?.value ?? ""}
              disabled={disabled}
              onChange={(_event, data) => work.setConstant(mapping.sheet, at, field, data.value)}
            />
          </Field>
        );
      })}
    </>
  );
}
