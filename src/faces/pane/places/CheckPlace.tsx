/** Kiểm tra: the findings by sheet and rule; a click goes to the cell. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowClockwiseRegular, CheckmarkCircleFilled } from "@fluentui/react-icons";
import { useState } from "react";
import type { Finding, Severity } from "../../../domain";
import type { RuleCode } from "../../../rules";
import { paneWords, ruleTitle, type Locale } from "../../../wording";
import type { PaneSession, SessionState } from "../session";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  toolbar: { display: "flex", gap: "8px", alignItems: "center" },
  grow: { flexGrow: 1 },
  good: { display: "flex", gap: "8px", alignItems: "center", color: tokens.colorPaletteGreenForeground1 },
  badges: { display: "flex", gap: "6px", flexWrap: "wrap" },
  group: { display: "flex", justifyContent: "space-between", gap: "8px", width: "100%", padding: "4px 0" },
  finding: {
    display: "block",
    width: "100%",
    textAlign: "left",
    height: "auto",
    padding: "6px 8px",
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "normal",
  },
  cell: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold, marginRight: "6px" },
  // The header's own padding would push the list away from the margin.
  accordion: { margin: "0 -12px" },
  panel: { margin: "0 0 8px 12px", display: "flex", flexDirection: "column", gap: "2px" },
});

const colours = { error: "danger", warning: "warning", info: "informative" } as const;
const order: readonly Severity[] = ["error", "warning", "info"];

export function CheckPlace({
  session,
  state,
}: {
  readonly session: PaneSession;
  readonly state: SessionState;
}) {
  const styles = useStyles();
  const words = paneWords[session.host.locale].check;
  const busy = state.busy !== null;
  if (state.workbook && !state.workbook.ours) {
    return (
      <div className={styles.column}>
        <Text className={styles.muted}>{words.noStructure}</Text>
        <Button appearance="primary" onClick={() => session.go("plan")}>
          {words.goToPlan}
        </Button>
      </div>
    );
  }
  if (!state.checked) {
    return (
      <div className={styles.column}>
        <Text className={styles.muted}>{words.lead}</Text>
        <Button appearance="primary" size="large" disabled={busy} onClick={() => void session.check()}>
          {words.run}
        </Button>
      </div>
    );
  }
  return <Findings session={session} state={state} checked={state.checked} />;
}

function Findings(props: {
  readonly session: PaneSession;
  readonly state: SessionState;
  readonly checked: NonNullable<SessionState["checked"]>;
}) {
  const { session, state, checked } = props;
  const styles = useStyles();
  const words = paneWords[session.host.locale].check;
  const [only, setOnly] = useState<Severity | "all">("all");
  const { findings, summary } = checked.result;
  const shown = only === "all" ? findings : findings.filter((finding) => finding.severity === only);
  return (
    <div className={styles.column}>
      <div className={styles.toolbar}>
        <Button
          icon={<ArrowClockwiseRegular />}
          disabled={state.busy !== null}
          onClick={() => void session.check()}
        >
          {words.again}
        </Button>
        <Select
          className={styles.grow}
          aria-label={words.filterLabel}
          value={only}
          onChange={(_event, data) => setOnly(data.value as Severity | "all")}
        >
          <option value="all">{words.all}</option>
          {order.map((severity) => (
            <option key={severity} value={severity}>
              {`${words.severity[severity]} (${summary[severity]})`}
            </option>
          ))}
        </Select>
      </div>
      {checked.stale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.stale}</MessageBarBody>
        </MessageBar>
      )}
      <div role="status">
        {findings.length === 0 ? (
          <Text className={styles.good}>
            <CheckmarkCircleFilled /> {words.none(summary.rows)}
          </Text>
        ) : (
          <Text>{`${words.rows(summary.rows)}: ${words.counts(summary.error, summary.warning, summary.info)}`}</Text>
        )}
      </div>
      <Groups findings={shown} session={session} />
    </div>
  );
}

function Groups({
  findings,
  session,
}: {
  readonly findings: readonly Finding[];
  readonly session: PaneSession;
}) {
  const styles = useStyles();
  const groups = groupFindings(findings);
  return (
    <Accordion
      className={styles.accordion}
      multiple
      collapsible
      defaultOpenItems={groups.slice(0, 2).map((group) => group.key)}
    >
      {groups.map((group) => (
        <AccordionItem key={group.key} value={group.key}>
          <AccordionHeader size="small">
            <div className={styles.group}>
              <span>
                <b>{group.sheet}</b> · {ruleTitle(group.code as RuleCode, session.host.locale)}
              </span>
              <Badge appearance="filled" color={colours[group.severity]}>
                {group.findings.length}
              </Badge>
            </div>
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            {group.findings.map((finding, index) => (
              <FindingButton key={index} finding={finding} session={session} locale={session.host.locale} />
            ))}
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

function FindingButton(props: {
  readonly finding: Finding;
  readonly session: PaneSession;
  readonly locale: Locale;
}) {
  const styles = useStyles();
  const { finding, session, locale } = props;
  const words = paneWords[locale].check;
  return (
    <Button
      appearance="subtle"
      className={styles.finding}
      title={words.goTo(words.cell(finding.sheet ?? "", finding.cell ?? ""))}
      onClick={() => void session.revealFinding(finding)}
    >
      <span className={styles.cell}>{finding.cell}</span>
      {finding.message}
    </Button>
  );
}

interface Group {
  readonly key: string;
  readonly sheet: string;
  readonly code: string;
  readonly severity: Severity;
  readonly findings: Finding[];
}

/** The gravest first; within a gravity by sheet, then rule. */
export function groupFindings(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.sheet} ${finding.code}`;
    const group = groups.get(key) ?? {
      key,
      sheet: finding.sheet ?? "",
      code: finding.code,
      severity: finding.severity,
      findings: [],
    };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
