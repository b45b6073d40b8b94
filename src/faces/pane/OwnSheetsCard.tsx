/** A workbook with sheets of staff's own: what they were found to be, and the way to check them where they stand. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { shellWords } from "../../wording";
import type { PaneSession } from "./session";
import type { OwnSheet } from "./state";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    marginBottom: "16px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  sheets: { margin: 0, paddingLeft: "18px" },
});

interface OwnSheetsCardProps {
  readonly session: PaneSession;
  readonly sheets: readonly OwnSheet[];
}

export function OwnSheetsCard({ session, sheets }: OwnSheetsCardProps) {
  const styles = useStyles();
  const words = shellWords[session.host.locale].own;
  return (
    <section className={styles.card}>
      <Text weight="semibold">{words.title}</Text>
      <ul className={styles.sheets}>
        {sheets.map(({ sheet, table }) => (
          <li key={`${sheet} ${table}`}>{words.found(sheet, words.tables[table])}</li>
        ))}
      </ul>
      <Button onClick={() => session.go("check")}>{words.look}</Button>
    </section>
  );
}
