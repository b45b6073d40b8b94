/** The approved households, filtered and chosen; those that cannot be paid say why. Thousands of them scroll smoothly. */
import { Checkbox, Field, Link, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { parseArea } from "../../../../book";
import { canBePaid, type PayableHousehold } from "../../../../tasks";
import type { TemplatePlaceWords } from "../../../../wording";
import type { PaneSession } from "../../session";
import { useStore } from "../../store";
import type { PaymentFilter, PaymentWork } from "./payments";

const useStyles = makeStyles({
  filters: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  frame: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    height: "240px",
    overflowY: "auto",
  },
  sheet: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  row: { position: "absolute", insetInline: 0, top: 0, display: "flex", alignItems: "center" },
  line: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  muted: { color: tokens.colorNeutralForeground2 },
  grow: { flexGrow: 1 },
  /** In line with the text of the boxes above and below. */
  impossible: { padding: "8px 8px 8px 32px" },
});

const FILTERS = ["content", "hamlet", "decision"] as const;

interface HouseholdChoiceProps {
  readonly session: PaneSession;
  readonly work: PaymentWork;
  readonly words: TemplatePlaceWords["pay"];
}

export function HouseholdChoice({ session, work, words }: HouseholdChoiceProps) {
  const styles = useStyles();
  const { households, filter, chosen } = useStore(work.store);
  const shown = work.shown();
  const payable = shown.filter(canBePaid);
  const taken = payable.filter(({ row }) => chosen.has(row)).length;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 58,
    overscan: 6,
  });
  const change = (key: keyof PaymentFilter, value: string) =>
    work.set({ filter: { ...filter, [key]: value } });
  return (
    <>
      <div className={styles.filters}>
        {FILTERS.map((key) => (
          <Field key={key} label={words[key]} size="small">
            <Select value={filter[key]} onChange={(_event, { value }) => change(key, value)}>
              <option value="">{words.all}</option>
              {distinct(households ?? [], key).map((value) => (
                <option key={value}>{value}</option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <Checkbox
        label={words.chooseAll(payable.length)}
        disabled={payable.length === 0}
        checked={taken > 0 && taken < payable.length ? "mixed" : taken > 0}
        onChange={() => work.chooseShown(taken < payable.length)}
      />
      <div ref={frame} className={styles.frame} role="region" aria-label={words.list} tabIndex={0}>
        <ul className={styles.sheet} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, key }) => (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              <HouseholdLine household={shown[index]!} session={session} work={work} words={words} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

interface HouseholdLineProps extends HouseholdChoiceProps {
  readonly household: PayableHousehold;
}

function HouseholdLine({ household, session, work, words }: HouseholdLineProps) {
  const styles = useStyles();
  const { chosen } = useStore(work.store);
  const { row, name, hamlet, content, left, obstacles } = household;
  const possible = canBePaid(household);
  const told = obstacles.map((obstacle) => words.obstacles[obstacle]);
  const state = possible ? [words.left(work.money(left)), ...told] : told;
  const text = (
    <span className={styles.line}>
      <Text>{words.household(name, hamlet, content)}</Text>
      <Text size={200} className={styles.muted}>
        {state.join("; ")}
      </Text>
    </span>
  );
  if (possible)
    return (
      <Checkbox
        className={styles.grow}
        label={text}
        checked={chosen.has(row)}
        onChange={(_event, data) => work.toggle(row, data.checked === true)}
      />
    );
  const area = household.cell === null ? null : parseArea(household.cell);
  const { sheet } = work;
  return (
    <div className={styles.impossible}>
      {area && sheet !== null ? (
        <Link onClick={() => void session.reveal({ sheet, area })}>{text}</Link>
      ) : (
        text
      )}
    </div>
  );
}

function distinct(households: readonly PayableHousehold[], key: keyof PaymentFilter): string[] {
  return [...new Set(households.map((one) => one[key]).filter((value) => value !== ""))];
}
