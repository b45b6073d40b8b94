/**
 * The findings, thousands of them: only the rows in sight are drawn. Arrow keys move from row to row, Enter goes to the
 * cell, left and right open and close. When findings come and go the focus stays where it is.
 */
import { makeStyles } from "@fluentui/react-components";
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { checkPlaceWords, type Locale } from "../../../../wording";
import type { FindingRow } from "./findingRows";
import { FindingRowView, type RowActions } from "./FindingRowView";
import type { CheckWork } from "./work";

const useStyles = makeStyles({
  scroll: {
    overflowY: "auto",
    height: "max(260px, calc(100vh - 300px))",
    // Room for the ring around a focused button.
    margin: "0 -12px",
    padding: "0 8px",
  },
  list: { listStyleType: "none", margin: 0, padding: 0, position: "relative" },
  row: { position: "absolute", top: 0, left: 0, right: 0 },
});

interface FindingListProps {
  readonly rows: readonly FindingRow[];
  readonly work: CheckWork;
  readonly locale: Locale;
  readonly busy: boolean;
  readonly actions: RowActions;
  /** Key of the row that Tab leads to. */
  readonly active: string | null;
  readonly setActive: (key: string) => void;
  readonly opened: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  /** Counted up whenever the active row is to be brought into sight. */
  readonly shown: number;
}

const keysDown = new Set(["ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp"]);
const PAGE = 10;

export function FindingList(props: FindingListProps) {
  const { rows, work, locale, busy, actions, active, setActive, opened, chosen, shown } = props;
  const styles = useStyles();
  const words = checkPlaceWords[locale];
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const activeIndex = Math.max(
    0,
    rows.findIndex((row) => row.key === active),
  );
  const { hadFocus, wantsFocus } = useKeptFocus(element, rows, activeIndex, setActive);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => element,
    estimateSize: (index) => (rows[index]!.kind === "group" ? 44 : 56),
    getItemKey: (index) => rows[index]!.key,
    // The active row is always drawn: it may hold the focus.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
      [activeIndex],
    ),
    overscan: 8,
    initialRect: { width: 326, height: 400 },
  });
  useEffect(() => {
    if (shown > 0) virtual.scrollToIndex(activeIndex, { align: "auto" });
    // Only when asked for: rows that come and go must not move what a person reads.
  }, [shown]);

  const move = (event: React.KeyboardEvent): void => {
    const onRow = (event.target as HTMLElement).closest("[data-row-button]") !== null;
    if (!onRow || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[activeIndex];
    if (!row) return;
    if (keysDown.has(event.key)) {
      event.preventDefault();
      const to = target(event.key, activeIndex, rows.length);
      wantsFocus.current = true;
      setActive(rows[to]!.key);
      virtual.scrollToIndex(to, { align: "auto" });
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const isOpen = row.kind === "group" ? row.open : opened.has(row.key);
      if (isOpen === (event.key === "ArrowRight")) return;
      event.preventDefault();
      if (row.kind === "group") actions.toggleGroup(row.group);
      else actions.toggleDetails(row);
    }
  };

  return (
    <div
      ref={setElement}
      className={styles.scroll}
      onKeyDown={move}
      onFocus={(event) => {
        hadFocus.current = true;
        const key = (event.target as HTMLElement).closest<HTMLElement>("[data-key]")?.dataset["key"];
        if (key !== undefined && key !== active) setActive(key);
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null) hadFocus.current = false;
      }}
    >
      <ul className={styles.list} aria-label={words.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]!;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-key={row.key}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              <FindingRowView
                row={row}
                work={work}
                locale={locale}
                busy={busy}
                actions={actions}
                isActive={index === activeIndex}
                isOpen={opened.has(row.key)}
                isChosen={chosen.has(row.key)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function target(key: string, from: number, count: number): number {
  switch (key) {
    case "ArrowDown":
      return Math.min(from + 1, count - 1);
    case "ArrowUp":
      return Math.max(from - 1, 0);
    case "PageDown":
      return Math.min(from + PAGE, count - 1);
    case "PageUp":
      return Math.max(from - PAGE, 0);
    case "Home":
      return 0;
    default:
      return count - 1;
  }
}

/** Moves the focus with the active row, and never loses it when its row goes. */
function useKeptFocus(
  element: HTMLDivElement | null,
  rows: readonly FindingRow[],
  activeIndex: number,
  setActive: (key: string) => void,
) {
  const hadFocus = useRef(false);
  const wantsFocus = useRef(false);
  const lastIndex = useRef(activeIndex);
  const lastRows = useRef(rows);
  const activeKey = useRef(rows[activeIndex]?.key);
  useLayoutEffect(() => {
    if (lastRows.current !== rows) {
      lastRows.current = rows;
      const isGone = !rows.some((row) => row.key === activeKey.current);
      const next = rows[Math.min(lastIndex.current, rows.length - 1)];
      if (isGone && next) {
        if (hadFocus.current && element && !element.contains(document.activeElement))
          wantsFocus.current = true;
        activeKey.current = next.key;
        setActive(next.key);
        return;
      }
    }
    lastIndex.current = activeIndex;
    activeKey.current = rows[activeIndex]?.key;
  });
  useEffect(() => {
    if (!wantsFocus.current || !element) return;
    const row = [...element.querySelectorAll<HTMLElement>("[data-key]")].find(
      (one) => one.dataset["key"] === rows[activeIndex]?.key,
    );
    const button = row?.querySelector<HTMLElement>("[data-row-button]");
    if (!button) return;
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
  });
  return { hadFocus, wantsFocus };
}
