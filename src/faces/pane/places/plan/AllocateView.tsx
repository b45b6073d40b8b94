/** The helper that divides undivided money by households × norm: need, share and rest are seen while the figures are typed. */
import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import { formatMoney, type Dong } from "../../../../domain";
import type { OfferedContent } from "../../../../layout";
import {
  previewAllocation,
  type AllocatedNeed,
  type AllocationChoice,
  type PreparedAllocation,
} from "../../../../tasks";
import { planDeskWords, type Locale } from "../../../../wording";
import { AmountInput } from "./AmountInput";
import { focusFault } from "./faults";
import type { PlanPartProps } from "./PlanView";
import { ViewHeading } from "./ViewHeading";
import { TextField } from "./TextField";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  content: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    paddingTop: "8px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  inputs: { display: "grid", alignItems: "start", gridTemplateColumns: "72px minmax(0, 1fr)", gap: "8px" },
  figures: { display: "flex", flexDirection: "column", fontVariantNumeric: "tabular-nums" },
  short: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  totals: {
    display: "flex",
    flexDirection: "column",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontVariantNumeric: "tabular-nums",
  },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
  bar: { whiteSpace: "normal", paddingTop: "4px", paddingBottom: "4px" },
});

type Props = PlanPartProps & { readonly allocation: PreparedAllocation };

/** What the person says of a content; it holds for one line of one reading. */
interface Typed {
  readonly choice: AllocationChoice;
  readonly needs: ReadonlyMap<string, { readonly households: number; readonly norm: Dong | null }>;
  /** Contents without a norm that the person brought in. */
  readonly more: readonly string[];
}

const MOST_HOUSEHOLDS = 1_000_000;

export function AllocateView({ session, work, state, allocation }: Props) {
  const styles = useStyles();
  const { locale } = session.host;
  const words = planDeskWords[locale].allocate;
  const form = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [typed, setTyped] = useState<Typed | null>(null);
  const choice = allocation.choices[at] ?? allocation.choices[0];
  const busy = state.busy !== null;
  const back = (
    <Button appearance="subtle" disabled={busy} onClick={() => work.view("preview")}>
      {planDeskWords[locale].back}
    </Button>
  );
  if (!choice) {
    return (
      <div className={styles.column}>
        <Heading locale={locale} />
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.bar}>{words.nothing}</MessageBarBody>
        </MessageBar>
        {back}
      </div>
    );
  }
  const said: Typed = typed?.choice === choice ? typed : { choice, needs: new Map(), more: [] };
  const shown = choice.contents.filter((one) => one.norm !== null || said.more.includes(keyOf(one)));
  const others = choice.contents.filter((one) => !shown.includes(one));
  const needOf = (one: OfferedContent) =>
    said.needs.get(keyOf(one)) ?? { households: one.households, norm: one.norm };
  const needs = shown.map((one): AllocatedNeed => {
    const { households, norm } = needOf(one);
    return { content: one.content, households, norm: norm ?? 0, covers: one.covers };
  });
  const shared = previewAllocation(choice.line, needs);
  const say = (one: OfferedContent, change: { households?: number; norm?: Dong | null }) =>
    setTyped({ ...said, needs: new Map(said.needs).set(keyOf(one), { ...needOf(one), ...change }) });
  return (
    <div ref={form} className={styles.column}>
      <Heading locale={locale} />
      <Field label={words.line} size="small">
        <Select
          size="small"
          value={String(allocation.choices.indexOf(choice))}
          onChange={(_event, { value }) => setAt(Number(value))}
        >
          {allocation.choices.map((one, index) => (
            <option key={one.line.row} value={String(index)}>
              {lineName(one, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Text size={200} className={styles.muted}>
        {choice.line.projectTitle}
      </Text>
      {shown.map((one, index) => (
        <ContentPart
          key={`${choice.line.row} ${keyOf(one)}`}
          content={one}
          households={needOf(one).households}
          norm={needOf(one).norm}
          share={shared.shares[index]!}
          locale={locale}
          say={(change) => say(one, change)}
        />
      ))}
      {others.length > 0 && (
        <Field label={words.more} size="small">
          <Select
            size="small"
            value=""
            onChange={(_event, { value }) => setTyped({ ...said, more: [...said.more, value] })}
          >
            <option value="">{words.moreChoose}</option>
            {others.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {nameOf(one, locale)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.totals} role="status">
        <Text>{`${words.money}: ${money(choice.line.money.central + choice.line.money.local, locale)}`}</Text>
        <Text>{`${words.need}: ${money(shared.need, locale)}`}</Text>
        {shared.short > 0 ? (
          <Text className={styles.short}>{`${words.short}: ${money(shared.short, locale)}`}</Text>
        ) : (
          <Text weight="semibold">{`${words.left}: ${money(shared.left.total, locale)}`}</Text>
        )}
        {shared.left.total > 0 && (
          <Text size={200} className={styles.muted}>
            {words.leftStays}
          </Text>
        )}
      </div>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={busy || shared.need === 0}
          onClick={() => {
            if (!focusFault(form.current)) void work.allocate(choice, needs);
          }}
        >
          {words.write}
        </Button>
        {back}
      </div>
    </div>
  );
}

function Heading({ locale }: { readonly locale: Locale }) {
  const styles = useStyles();
  const words = planDeskWords[locale].allocate;
  return (
    <>
      <ViewHeading>{words.title}</ViewHeading>
      <Text size={200} className={styles.muted}>
        {words.lead}
      </Text>
    </>
  );
}

interface ContentPartProps {
  readonly content: OfferedContent;
  readonly households: number;
  readonly norm: Dong | null;
  readonly share: ReturnType<typeof previewAllocation>["shares"][number];
  readonly locale: Locale;
  readonly say: (change: { households?: number; norm?: Dong | null }) => void;
}

function ContentPart({ content, households, norm, share, locale, say }: ContentPartProps) {
  const styles = useStyles();
  const words = planDeskWords[locale].allocate;
  const name = nameOf(content, locale);
  return (
    <div className={styles.content} role="group" aria-label={name}>
      <Text weight="semibold">{name}</Text>
      <div className={styles.inputs}>
        <TextField
          label={words.households}
          value={String(households)}
          faultOf={(text) => (countOf(text) === null ? words.badCount : null)}
          counts="whileTyping"
          onText={(text) => say({ households: countOf(text) ?? 0 })}
        />
        <AmountInput
          label={words.norm[content.covers]}
          hint={content.norm === null ? words.noNorm : words.basis(content.basis, content.confidence)}
          value={norm}
          unit="đồng"
          locale={locale}
          notNegative
          onAmount={(dong) => say({ norm: dong })}
        />
      </div>
      {share.need > 0 && (
        <div className={styles.figures}>
          <Text size={200}>{`${words.need}: ${money(share.need, locale)}`}</Text>
          <Text size={200}>{`${words.have}: ${money(share.have.total, locale)}`}</Text>
          <Text size={200} className={styles.muted}>
            {words.parts(money(share.have.central, locale), money(share.have.local, locale))}
          </Text>
          {share.short > 0 && (
            <Text size={200} className={styles.short}>
              {`${words.short}: ${money(share.short, locale)}`}
            </Text>
          )}
        </div>
      )}
    </div>
  );
}

/** A whole number of households; null for anything else. Nothing typed is none. */
function countOf(text: string): number | null {
  if (text.trim() === "") return 0;
  const count = /^\d+$/.test(text.trim()) ? Number(text.trim()) : NaN;
  return Number.isSafeInteger(count) && count <= MOST_HOUSEHOLDS ? count : null;
}

function keyOf({ content, form }: OfferedContent): string {
  return `${content}|${form ?? ""}`;
}

function nameOf({ content, form }: OfferedContent, locale: Locale): string {
  return form === null ? content : planDeskWords[locale].allocate.withForm(content, form);
}

function lineName({ line }: AllocationChoice, locale: Locale): string {
  const detail = [line.kind, line.year === "Năm nay" ? "" : line.year].filter((one) => one !== "").join(", ");
  const sum = formatMoney(line.money.central + line.money.local, "triệu đồng", { withUnit: true });
  return planDeskWords[locale].allocate.lineName(line.project, sum, detail);
}

/** To the đồng: shares are rarely round in millions. */
function money(dong: Dong, locale: Locale): string {
  return `${formatMoney(dong, "đồng")} ${planDeskWords[locale].allocate.dong}`;
}
