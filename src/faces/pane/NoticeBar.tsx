/** What was just done or went wrong, and what can be chosen now. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { shellWords } from "../../wording";
import type { PaneSession } from "./session";
import type { Notice } from "./state";

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  body: { whiteSpace: "normal", overflowWrap: "anywhere", paddingTop: "6px", paddingBottom: "6px" },
});

export function NoticeBar({ session, notice }: { readonly session: PaneSession; readonly notice: Notice }) {
  const styles = useStyles();
  const words = shellWords[session.host.locale];
  return (
    <MessageBar className={styles.bar} intent={notice.intent} layout="multiline" shape="square">
      <MessageBarBody className={styles.body}>
        {notice.title && <MessageBarTitle>{notice.title}</MessageBarTitle>} {notice.text}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={words.close}
            onClick={() => session.dismiss()}
          />
        }
      >
        {(notice.actions ?? []).map((action) => (
          <Button key={action.label} onClick={action.run}>
            {action.label}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}
