/** What a template asks for: its mistakes with their cells first, then the fields it uses. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { TemplatePlaceWords } from "../../../../wording";
import type { ReadTemplate } from "./sources";
import type { TemplateWork } from "./work";

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    overflowWrap: "anywhere",
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface TemplateStateProps {
  readonly work: TemplateWork;
  readonly reading: ReadTemplate;
  readonly words: TemplatePlaceWords;
}

export function TemplateStateView({ work, reading, words }: TemplateStateProps) {
  const styles = useStyles();
  const { mistakes, used } = reading;
  const inWorkbook = reading.sheet.design === null;
  const place = (cell: string | null) =>
    cell === null || !inWorkbook ? null : (
      <Link inline onClick={() => void work.goTo(cell)}>
        {words.state.goTo(cell)}
      </Link>
    );
  return (
    <>
      {mistakes.length === 0 ? (
        <Text className={styles.muted}>{words.state.ready}</Text>
      ) : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.state.mistakes(mistakes.length)}</MessageBarTitle>
            <ul className={styles.list}>
              {mistakes.map((mistake, index) => (
                <li key={index}>
                  {work.wordMistake(mistake)} {place(mistake.cell)}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      <Accordion collapsible>
        <AccordionItem value="used">
          <AccordionHeader size="small">{words.state.used(used.length)}</AccordionHeader>
          <AccordionPanel>
            <ul className={styles.list}>
              {used.map(({ name, cell }) => (
                <li key={name}>
                  <Text size={200}>{`${name} `}</Text>
                  {place(cell)}
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}
