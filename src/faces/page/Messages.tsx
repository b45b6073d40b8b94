/** What the page has to say: one message, and once what the grid does not show. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { pageWords } from "../../wording";
import type { Workbench } from "./workbench";
import type { WorkbenchState } from "./workbench-state";

const useStyles = makeStyles({ bar: { flexShrink: 0, minHeight: "32px" } });

interface MessagesProps {
  readonly workbench: Workbench;
  readonly state: WorkbenchState;
}

export function Messages({ workbench, state }: MessagesProps) {
  const styles = useStyles();
  const words = pageWords[workbench.locale];
  const dismiss = (run: () => void) => (
    <MessageBarActions
      containerAction={
        <Button appearance="transparent" icon={<DismissRegular />} aria-label={words.close} onClick={run} />
      }
    />
  );
  const parts = state.notShown.map((kind) => words.notShown.parts[kind]).join(", ");
  return (
    <>
      {state.message && (
        <MessageBar className={styles.bar} intent={state.message.intent} shape="square">
          <MessageBarBody>{state.message.text}</MessageBarBody>
          {dismiss(() => workbench.dismiss())}
        </MessageBar>
      )}
      {state.notShown.length > 0 && (
        <MessageBar className={styles.bar} intent="info" shape="square">
          <MessageBarBody>
            <MessageBarTitle>{words.notShown.title}</MessageBarTitle> {words.notShown.what(parts)}
          </MessageBarBody>
          {dismiss(() => workbench.dismissNotShown())}
        </MessageBar>
      )}
    </>
  );
}
