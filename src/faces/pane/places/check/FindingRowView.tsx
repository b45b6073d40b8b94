/** One row of the list: a group's heading, or a finding with its repair and its “Vì sao?”. */
import { Badge, Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular, WrenchRegular } from "@fluentui/react-icons";
import type { Finding } from "../../../../domain";
import { isFixable } from "../../../../tasks";
import { checkPlaceWords, severityNames, type Locale } from "../../../../wording";
import type { FindingGroup, FindingRow } from "./findingRows";
import { RuleWhy } from "./RuleWhy";
import { shownNew, shownOld } from "./shownValue";
import type { CheckWork } from "./work";

const useStyles = makeStyles({
  heading: { display: "flex", alignItems: "center", gap: "4px", paddingTop: "6px" },
  toggle: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: "flex-start",
    textAlign: "left",
    padding: "4px",
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "normal",
  },
  finding: { display: "flex", alignItems: "flex-start" },
  go: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: "flex-start",
    textAlign: "left",
    padding: "4px",
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "normal",
    overflowWrap: "anywhere",
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  cell: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  space: { width: "32px", flexShrink: 0 },
  details: {
    margin: "0 8px 8px 36px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    alignItems: "flex-start",
  },
});

const colours = { error: "danger", warning: "warning", info: "informative" } as const;

export interface RowActions {
  readonly toggleGroup: (group: FindingGroup) => void;
  readonly toggleDetails: (row: FindingRow) => void;
  readonly choose: (row: FindingRow, chosen: boolean) => void;
  readonly go: (row: FindingRow) => void;
  readonly fix: (findings: readonly Finding[]) => void;
}

interface RowProps {
  readonly row: FindingRow;
  readonly work: CheckWork;
  readonly locale: Locale;
  readonly busy: boolean;
  readonly actions: RowActions;
  /** The row that Tab leads to. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
}

export function FindingRowView(props: RowProps) {
  const { row } = props;
  return row.kind === "group" ? (
    <GroupRow {...props} group={row.group} open={row.open} />
  ) : (
    <OneFinding {...props} finding={row.finding} />
  );
}

function GroupRow(props: RowProps & { readonly group: FindingGroup; readonly open: boolean }) {
  const styles = useStyles();
  const { group, open, locale, busy, actions, isActive } = props;
  const words = checkPlaceWords[locale];
  const fixable = group.findings.filter(isFixable);
  return (
    <div className={styles.heading}>
      <Button
        appearance="subtle"
        className={styles.toggle}
        data-row-button
        tabIndex={isActive ? 0 : -1}
        aria-expanded={open}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        onClick={() => actions.toggleGroup(group)}
      >
        <span>
          <b>{group.sheet}</b> · {group.title}
        </span>
      </Button>
      {fixable.length > 1 && (
        <Button
          size="small"
          icon={<WrenchRegular />}
          disabled={busy}
          tabIndex={isActive ? 0 : -1}
          aria-label={`${words.fixGroup(fixable.length)}: ${group.title}`}
          title={words.fixGroup(fixable.length)}
          onClick={() => actions.fix(fixable)}
        >
          {String(fixable.length)}
        </Button>
      )}
      <Badge
        appearance="filled"
        color={colours[group.severity]}
        aria-label={severityNames[locale][group.severity]}
      >
        {group.findings.length}
      </Badge>
    </div>
  );
}

function OneFinding(props: RowProps & { readonly finding: Finding }) {
  const styles = useStyles();
  const { row, finding, locale, busy, actions, isActive, isOpen, isChosen } = props;
  const words = checkPlaceWords[locale];
  const place = words.cell(finding.sheet ?? "", finding.cell ?? "");
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className={isActive ? styles.current : undefined}>
      <div className={styles.finding}>
        {isFixable(finding) ? (
          <Checkbox
            aria-label={words.choose(place)}
            checked={isChosen}
            disabled={busy}
            tabIndex={tabIndex}
            onChange={(_event, { checked }) => actions.choose(row, checked === true)}
          />
        ) : (
          <span className={styles.space} />
        )}
        <Button
          appearance="subtle"
          className={styles.go}
          data-row-button
          tabIndex={tabIndex}
          title={words.goTo(place)}
          onClick={() => actions.go(row)}
        >
          <span>
            <span className={styles.cell}>{finding.cell}</span> {finding.message}
          </span>
        </Button>
        <Button
          appearance="subtle"
          size="small"
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          tabIndex={tabIndex}
          aria-expanded={isOpen}
          aria-label={`${isOpen ? words.closeDetails : words.details}: ${place}`}
          title={isOpen ? words.closeDetails : words.details}
          onClick={() => actions.toggleDetails(row)}
        />
      </div>
      {isOpen && <Details {...props} busy={busy} />}
    </div>
  );
}

function Details({ finding, work, locale, busy, actions }: RowProps & { readonly finding: Finding }) {
  const styles = useStyles();
  const words = checkPlaceWords[locale];
  return (
    <div className={styles.details}>
      {isFixable(finding) && (
        <>
          <Text>
            {words.change(shownOld(work.valueAt(finding), finding, locale), shownNew(finding, locale))}
          </Text>
          <Button
            size="small"
            icon={<WrenchRegular />}
            disabled={busy}
            onClick={() => actions.fix([finding])}
          >
            {words.fix}
          </Button>
        </>
      )}
      <RuleWhy code={finding.code} work={work} locale={locale} busy={busy} />
    </div>
  );
}
