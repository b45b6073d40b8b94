/** The findings with what is done to the list: filter, search, step from one to the next, choose, copy, write out. */
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowClockwiseRegular,
  ArrowDownRegular,
  ArrowUpRegular,
  MoreHorizontalRegular,
} from "@fluentui/react-icons";
import { useDeferredValue, useMemo, useState } from "react";
import type { Finding, Severity } from "../../../../domain";
import type { CheckResult } from "../../../../tasks";
import { isFixable } from "../../../../tasks";
import { checkPlaceWords, ruleTitle, type Locale } from "../../../../wording";
import type { PaneSession } from "../../session";
import { asTabbed, filterFindings, groupFindings, rowsOf, type FindingRow } from "./findingRows";
import type { RowActions } from "./FindingRowView";
import { FindingList } from "./FindingList";
import { FixDialog } from "./FixDialog";
import type { CheckWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "8px" },
  toolbar: { display: "flex", gap: "4px", alignItems: "center" },
  grow: { flexGrow: 1, minWidth: 0 },
  search: { width: "100%", maxWidth: "none" },
  muted: { color: tokens.colorNeutralForeground2 },
});

const severities: readonly Severity[] = ["error", "warning", "info"];

interface FindingsProps {
  readonly session: PaneSession;
  readonly work: CheckWork;
  readonly result: CheckResult;
  readonly busy: boolean;
}

export function Findings({ session, work, result, busy }: FindingsProps) {
  const styles = useStyles();
  const { locale } = session.host;
  const words = checkPlaceWords[locale];
  const [severity, setSeverity] = useState<Severity | "all">("all");
  const [search, setSearch] = useState("");
  // What is typed shows at once; the list follows when there is time.
  const sought = useDeferredValue(search);
  const shown = useMemo(
    () => filterFindings(result.findings, { severity, search: sought }, locale),
    [result.findings, severity, sought, locale],
  );
  const list = useListState(shown, locale, work);
  const { findings } = result;
  const chosen = list.chosenFindings();
  return (
    <div className={styles.column}>
      <div className={styles.toolbar}>
        <Button
          className={styles.grow}
          icon={<ArrowClockwiseRegular />}
          disabled={busy}
          onClick={() => void work.check()}
        >
          {words.again}
        </Button>
        <Button
          appearance="subtle"
          icon={<ArrowUpRegular />}
          title={words.previous}
          aria-label={words.previous}
          disabled={shown.length === 0}
          onClick={() => list.step(-1)}
        />
        <Button
          appearance="subtle"
          icon={<ArrowDownRegular />}
          title={words.next}
          aria-label={words.next}
          disabled={shown.length === 0}
          onClick={() => list.step(1)}
        />
        <ListMenu session={session} work={work} findings={shown} list={list} busy={busy} />
      </div>
      {findings.length > 0 && (
        <>
          <div className={styles.toolbar}>
            <Select
              className={styles.grow}
              aria-label={words.filterLabel}
              value={severity}
              onChange={(_event, { value }) => setSeverity(value as Severity | "all")}
            >
              <option value="all">{words.option(words.all, findings.length)}</option>
              {severities.map((one) => (
                <option key={one} value={one}>
                  {words.option(words.severity[one], result.summary[one])}
                </option>
              ))}
            </Select>
          </div>
          <SearchBox
            className={styles.search}
            aria-label={words.search}
            placeholder={words.search}
            value={search}
            onChange={(_event, { value }) => setSearch(value)}
          />
          <Text className={styles.muted} size={200} role="status">
            {shown.length === 0 ? words.nothingFound : words.shown(shown.length, findings.length)}
          </Text>
          {chosen.length > 0 && (
            <Button appearance="primary" disabled={busy} onClick={() => list.setFixing(chosen)}>
              {words.fixChosen(chosen.length)}
            </Button>
          )}
        </>
      )}
      {list.rows.length > 0 && <FindingList {...list} work={work} locale={locale} busy={busy} />}
      {list.fixing && (
        <FixDialog findings={list.fixing} work={work} locale={locale} close={() => list.setFixing(null)} />
      )}
    </div>
  );
}

type ListState = ReturnType<typeof useListState>;

/** What is open, chosen and current in the list; by key, so that it outlives a new check. */
function useListState(shown: readonly Finding[], locale: Locale, work: CheckWork) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [steps, setSteps] = useState(0);
  const [fixing, setFixing] = useState<readonly Finding[] | null>(null);
  const groups = useMemo(() => groupFindings(shown, locale), [shown, locale]);
  const rows = useMemo(() => rowsOf(groups, closed), [groups, closed]);
  const all = useMemo(
    () => rowsOf(groups, new Set()).filter((row): row is FindingOf => row.kind === "finding"),
    [groups],
  );
  const actions: RowActions = {
    toggleGroup: ({ key }) => setClosed((before) => toggled(before, key)),
    toggleDetails: ({ key }) => setOpened((before) => toggled(before, key)),
    choose: ({ key }, isChosen) => setChosen((before) => withKey(before, key, isChosen)),
    go: (row) => {
      setActive(row.key);
      if (row.kind === "finding") void work.revealFinding(row.finding);
    },
    fix: setFixing,
  };
  const step = (by: 1 | -1): void => {
    const at = all.findIndex((row) => row.key === active);
    const to = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    if (!to) return;
    setClosed((before) => withKey(before, to.group.key, false));
    setActive(to.key);
    setSteps((count) => count + 1);
    void work.revealFinding(to.finding);
  };
  return {
    rows,
    actions,
    active,
    setActive,
    opened,
    chosen,
    shown: steps,
    fixing,
    setFixing,
    step,
    openAll: () => setClosed(new Set()),
    closeAll: () => setClosed(new Set(groups.map((group) => group.key))),
    chosenFindings: () =>
      all.filter((row) => chosen.has(row.key) && isFixable(row.finding)).map((row) => row.finding),
  };
}

type FindingOf = Extract<FindingRow, { kind: "finding" }>;

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const after = new Set(keys);
  if (isIn) after.add(key);
  else after.delete(key);
  return after;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return withKey(keys, key, !keys.has(key));
}

interface ListMenuProps {
  readonly session: PaneSession;
  readonly work: CheckWork;
  readonly findings: readonly Finding[];
  readonly list: ListState;
  readonly busy: boolean;
}

function ListMenu({ session, work, findings, list, busy }: ListMenuProps) {
  const { locale } = session.host;
  const words = checkPlaceWords[locale];
  const copy = async (): Promise<void> => {
    const lines = findings.map(({ severity, sheet, cell, column, code, message }) => [
      words.severity[severity],
      sheet ?? "",
      cell ?? "",
      column ?? "",
      ruleTitle(code, locale),
      message,
    ]);
    const isCopied = await putOnClipboard(asTabbed([words.columns, ...lines]));
    session.set({
      notice: isCopied
        ? { intent: "success", text: words.copied(lines.length) }
        : { intent: "warning", text: words.copyFailed },
    });
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          title={words.more}
          aria-label={words.more}
          disabled={findings.length === 0}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void copy()}>{words.copy}</MenuItem>
          <MenuItem disabled={busy} onClick={() => void work.exportSheet()}>
            {words.exportSheet}
          </MenuItem>
          <MenuItem onClick={list.openAll}>{words.openAll}</MenuItem>
          <MenuItem onClick={list.closeAll}>{words.closeAll}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Excel's own browser may refuse the newer way; the older one needs a selection. */
async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    return isCopied;
  }
}
