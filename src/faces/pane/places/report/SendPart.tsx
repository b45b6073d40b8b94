/** “Có gửi được chưa?” and “Gửi lên”. */
import {
  Badge,
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import { parseArea } from "../../../../book";
import { formatVietnameseDate } from "../../../../domain";
import { reportForm } from "../../../../reports";
import { sendable, type Readiness, type ReportReadiness } from "../../../../tasks";
import { reportPlaceWords } from "../../../../wording";
import type { PlaceViewProps } from "../../places";
import type { PaneSession } from "../../session";
import { useStore } from "../../store";
import type { ReportWork } from "./work";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: "10px",
  },
  item: { display: "flex", flexDirection: "column", gap: "2px", overflowWrap: "anywhere" },
  head: { display: "flex", gap: "8px", alignItems: "center", justifyContent: "space-between" },
  changed: { margin: 0, paddingLeft: "20px" },
});

export function SendPart({ session, work }: PlaceViewProps<ReportWork>) {
  const styles = useStyles();
  const { busy } = useStore(session);
  const { chosen, readiness } = useStore(work.store);
  const all = reportPlaceWords[session.host.locale];
  const words = all.send;
  const forms = chosen.map((code) => reportForm(code)).filter((form) => form !== undefined);
  const internal = forms.filter((form) => form.internal).map((form) => form.code);
  if (forms.length === 0) {
    return (
      <>
        <Text className={styles.muted}>{words.noneChosen}</Text>
        <Button onClick={() => work.show("make")}>{all.parts.make}</Button>
      </>
    );
  }
  return (
    <>
      <Text className={styles.muted}>{`${words.lead} (${chosen.join(", ")})`}</Text>
      <Button
        appearance={readiness ? "secondary" : "primary"}
        disabled={busy !== null}
        onClick={() => void work.send.judge()}
      >
        {readiness ? words.judgeAgain : words.judge}
      </Button>
      {readiness && <Judged session={session} readiness={readiness} />}
      {forms
        .filter((form) => form.personalData.length > 0)
        .map((form) => (
          <MessageBar key={form.code} intent="info" layout="multiline">
            <MessageBarBody>{all.personalData(form.code, work.personalData(form))}</MessageBarBody>
          </MessageBar>
        ))}
      <Button
        appearance={readiness?.ready ? "primary" : "secondary"}
        disabled={busy !== null || sendable(forms).length === 0}
        onClick={() => void work.send.send()}
      >
        {words.send}
      </Button>
      <Text size={200} className={styles.muted}>
        {internal.length > 0 ? `${words.sendHint} ${words.internal(internal.join(", "))}` : words.sendHint}
      </Text>
    </>
  );
}

function Judged({ session, readiness }: { readonly session: PaneSession; readonly readiness: Readiness }) {
  const styles = useStyles();
  const words = reportPlaceWords[session.host.locale].send;
  return (
    <>
      <div role="status">
        <MessageBar intent={readiness.ready ? "success" : "warning"} layout="multiline">
          <MessageBarBody>
            {readiness.ready ? words.ready : words.notReady}{" "}
            {readiness.missing.length > 0 && words.missing(readiness.missing.join(", "))}
          </MessageBarBody>
        </MessageBar>
      </div>
      <ul className={styles.list}>
        {readiness.reports.map((report) => (
          <ReportItem key={report.form.code} session={session} report={report} />
        ))}
      </ul>
      {readiness.deadlines.length > 0 && <Deadlines session={session} readiness={readiness} />}
    </>
  );
}

function ReportItem({
  session,
  report,
}: {
  readonly session: PaneSession;
  readonly report: ReportReadiness;
}) {
  const styles = useStyles();
  const all = reportPlaceWords[session.host.locale];
  const words = all.send;
  const { form, made, frozen, errors, warnings, changed, empty } = report;
  const isGood = frozen !== null && errors === 0 && changed.length === 0;
  const reveal = (cell: string) => void session.reveal({ sheet: form.sheet, area: parseArea(cell)! });
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold">{form.sheet}</Text>
        <Badge appearance="tint" color={isGood ? "success" : errors > 0 ? "danger" : "warning"}>
          {frozen ? formatState(frozen.text) : made ? words.notFrozen : words.notMade}
        </Badge>
      </div>
      <Text>{errors + warnings === 0 ? words.noFindings : words.open(errors, warnings)}</Text>
      {empty.length > 0 && <Text className={styles.muted}>{words.empty(empty.join(", "))}</Text>}
      {changed.length > 0 && (
        <>
          <Text>{words.changed(changed.length)}</Text>
          <ul className={styles.changed}>
            {changed.map(({ figure }) => (
              <li key={figure.cell}>
                <Link as="button" inline onClick={() => reveal(figure.cell)}>
                  {words.changedLine(
                    figure.line,
                    typeof figure.frozen === "number" ? all.number(figure.frozen) : "–",
                    all.number(figure.now as number),
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

/** `Số liệu chốt ngày 30/09/2025, người chốt: …` as far as the day. */
function formatState(text: string): string {
  return text.split(",")[0]!;
}

function Deadlines({ session, readiness }: { readonly session: PaneSession; readonly readiness: Readiness }) {
  const styles = useStyles();
  const words = reportPlaceWords[session.host.locale].send;
  return (
    <div className={styles.item}>
      <Text as="h2" weight="semibold">
        {words.deadlines}
      </Text>
      <ul className={styles.list}>
        {readiness.deadlines.map(({ name, purpose, on, daysLeft }) => (
          <li key={name} className={styles.item}>
            <Text>{words.due(formatVietnameseDate(on), purpose)}</Text>
            <Text size={200} weight={daysLeft < 0 ? "semibold" : "regular"} className={styles.muted}>
              {words.daysLeft(daysLeft)}
            </Text>
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.muted}>
        {words.editDeadlines}
      </Text>
    </div>
  );
}
