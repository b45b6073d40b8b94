/** A workbook without our sheets: what a place has to say then. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { shellWords } from "../../wording";
import type { PaneSession } from "./session";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
});

export function NoStructure({ session }: { readonly session: PaneSession }) {
  const styles = useStyles();
  const words = shellWords[session.host.locale];
  return (
    <div className={styles.column}>
      <Text className={styles.muted}>{words.noStructure}</Text>
      <Button appearance="primary" onClick={() => session.go("plan")}>
        {words.goToPlan}
      </Button>
    </div>
  );
}
