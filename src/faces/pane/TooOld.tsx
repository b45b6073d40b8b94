/** What an Excel below the floor gets: what is needed, and what can be done. */
import { FluentProvider, makeStyles, Text } from "@fluentui/react-components";
import { paneWords, type Locale } from "../../wording";
import { themes } from "./theme";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", gap: "10px", padding: "20px" },
});

export function TooOld({ locale }: { readonly locale: Locale }) {
  const styles = useStyles();
  const words = paneWords[locale].tooOld;
  return (
    <FluentProvider theme={themes.light} lang={locale}>
      <main className={styles.frame}>
        <Text as="h1" size={500} weight="semibold">
          {words.title}
        </Text>
        <Text>{words.what}</Text>
        <Text>{words.todo}</Text>
      </main>
    </FluentProvider>
  );
}
