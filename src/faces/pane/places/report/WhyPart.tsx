/** “Vì sao số này?”: what stands behind the selected figure, each row a way to its cell. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { isCellError } from "../../../../book";
import type { Why, WhyRow } from "../../../../tasks";
import { reportPlaceWords } from "../../../../wording";
import type { PlaceViewProps } from "../../places";
import type { PaneSession } from "../../session";
import { useStore } from "../../store";
import { Figures } from "./Figures";
import type { ReportWork } from "./work";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  head: { display: "flex", flexDirection: "column", gap: "2px" },
  amount: { fontVariantNumeric: "tabular-nums", fontWeight: 600 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  steps: { margin: 0, paddingLeft: "20px", overflowWrap: "anywhere" },
  row: {
    width: "100%",
    justifyContent: "space-between",
    gap: "12px",
    padding: "6px 0",
    fontWeight: 400,
    textAlign: "left",
    borderRadius: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: { minWidth: 0, overflowWrap: "anywhere" },
});

type Figure = Extract<Why, { kind: "figure" }>;
/** Rows shown at once. */
const PAGE = 100;

export function WhyPart({ session, work }: PlaceViewProps<ReportWork>) {
  const styles = useStyles();
  const { why } = useStore(work.store);
  const words = reportPlaceWords[session.host.locale].explain;
  useEffect(() => work.why.follow(), [work]);
  return (
    <div role="status" className={styles.head}>
      {(why === null || why.kind === "elsewhere") && <Text className={styles.muted}>{words.elsewhere}</Text>}
      {why?.kind === "noFigure" && <Text className={styles.muted}>{words.noFigure(why.form.sheet)}</Text>}
      {why?.kind === "figure" && (
        <FigureBehind key={`${why.form.code} ${why.cell}`} session={session} why={why} />
      )}
    </div>
  );
}

function FigureBehind({ session, why }: { readonly session: PaneSession; readonly why: Figure }) {
  const styles = useStyles();
  const all = reportPlaceWords[session.host.locale];
  const words = all.explain;
  const [shown, setShown] = useState(PAGE);
  const { explanation, rows } = why;
  const rest = rows.length - shown;
  return (
    <>
      <Text as="h2" weight="semibold">
        {words.heading(why.form.sheet, why.cell)}
      </Text>
      <Text className={styles.muted}>{words.place(explanation.line, explanation.column)}</Text>
      <Figures
        figures={[
          { name: words.value, shown: shownValue(explanation, all.number) },
          { name: `${words.sum} (${words.rows(rows.length)})`, shown: all.number(explanation.sum) },
        ]}
      />
      <Text as="h3" weight="semibold">
        {words.formula}
      </Text>
      <ul className={styles.steps}>
        {words.making(explanation.making, why.context).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <Text className={styles.muted}>{words.none}</Text>
      ) : (
        <ul className={styles.list} aria-label={words.rowsLabel}>
          {rows.slice(0, shown).map((row, index) => (
            <li key={`${row.cell} ${index}`}>
              <RowButton session={session} row={row} />
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {words.more(Math.min(rest, PAGE))}
        </Button>
      )}
    </>
  );
}

function shownValue({ value, making }: Figure["explanation"], number: (value: number) => string): string {
  if (typeof value !== "number") return isCellError(value) ? value.error : "–";
  return making.kind === "share" ? `${number(Math.round(value * 1e6) / 1e4)} %` : number(value);
}

function RowButton({ session, row }: { readonly session: PaneSession; readonly row: WhyRow }) {
  const styles = useStyles();
  const all = reportPlaceWords[session.host.locale];
  return (
    <Button
      appearance="transparent"
      className={styles.row}
      title={all.explain.goTo(row.cell)}
      onClick={() => void session.reveal(row.place)}
    >
      <span className={styles.label}>{row.label === "" ? row.cell : row.label}</span>
      <span className={styles.amount}>{all.number(row.amount)}</span>
    </Button>
  );
}
