/** Findings by gravity, sheet and rule; a click goes to the cell, a proposed repair is one more. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { WrenchRegular } from "@fluentui/react-icons";
import {
  formatVietnameseDate,
  formatVietnameseNumber,
  parseIsoDate,
  type Finding,
  type Severity,
} from "../../../../domain";
import type { RuleCode } from "../../../../rules";
import { isFixable } from "../../../../tasks";
import { checkPlaceWords, ruleTitle, type Locale } from "../../../../wording";
import type { CheckWork } from "./work";

const useStyles = makeStyles({
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
  panel: { margin: "0 0 8px 12px", display: "flex", flexDirection: "column", gap: "2px" },
  fix: { margin: "0 0 6px 8px", maxWidth: "100%" },
  cell: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold, marginRight: "6px" },
  // The header's own padding would push the list away from the margin.
  accordion: { margin: "0 -12px" },
});

const colours = { error: "danger", warning: "warning", info: "informative" } as const;
const order: readonly Severity[] = ["error", "warning", "info"];

function fixable(group: Group): readonly Finding[] {
  return group.findings.filter(isFixable);
}

export function FindingGroups(props: {
  readonly findings: readonly Finding[];
  readonly work: CheckWork;
  readonly locale: Locale;
  readonly busy: boolean;
}) {
  const { findings, work, locale, busy } = props;
  const styles = useStyles();
  const words = checkPlaceWords[locale];
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
                <b>{group.sheet}</b> · {ruleTitle(group.code as RuleCode, locale)}
              </span>
              <Badge appearance="filled" color={colours[group.severity]}>
                {group.findings.length}
              </Badge>
            </div>
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            {fixable(group).length > 1 && (
              <Button
                size="small"
                className={styles.fix}
                icon={<WrenchRegular />}
                disabled={busy}
                onClick={() => void work.fix(fixable(group))}
              >
                {words.fixAll(fixable(group).length)}
              </Button>
            )}
            {group.findings.map((finding, index) => (
              <FindingItem key={index} finding={finding} work={work} locale={locale} busy={busy} />
            ))}
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

function FindingItem(props: {
  readonly finding: Finding;
  readonly work: CheckWork;
  readonly locale: Locale;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  const { finding, work, locale, busy } = props;
  const words = checkPlaceWords[locale];
  return (
    <div>
      <Button
        appearance="subtle"
        className={styles.finding}
        title={words.goTo(words.cell(finding.sheet ?? "", finding.cell ?? ""))}
        onClick={() => void work.revealFinding(finding)}
      >
        <span className={styles.cell}>{finding.cell}</span> {finding.message}
      </Button>
      {isFixable(finding) && (
        <Button
          size="small"
          className={styles.fix}
          icon={<WrenchRegular />}
          disabled={busy}
          onClick={() => void work.fix([finding])}
        >
          {words.fix(shownValue(finding, locale))}
        </Button>
      )}
    </div>
  );
}

/** The value that a repair writes, as a person would write it. */
function shownValue(finding: Finding, locale: Locale): string {
  const value = finding.fix?.value ?? null;
  if (value === null || value === "") return checkPlaceWords[locale].emptied;
  if (typeof value === "number") return formatVietnameseNumber(value);
  const date = typeof value === "string" ? parseIsoDate(value) : null;
  return date ? formatVietnameseDate(date) : `“${String(value)}”`;
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
