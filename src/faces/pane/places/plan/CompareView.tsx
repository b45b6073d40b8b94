/** What the plan changes in the workbook, project by project; what is ticked is taken over. */
import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { formatMoney, type Dong } from "../../../../domain";
import { isDifferent, type ProjectComparison, type TakeOverChoice } from "../../../../layout";
import type { PreparedComparison } from "../../../../tasks";
import { planDeskWords, planPlaceWords, type Locale } from "../../../../wording";
import type { PlanPartProps } from "./PlanView";
import { ProjectTitle } from "./ProjectHeading";
import { ViewHeading } from "./ViewHeading";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  heading: { display: "flex", flexDirection: "column" },
  muted: { color: tokens.colorNeutralForeground2 },
  totals: {
    display: "flex",
    flexDirection: "column",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontVariantNumeric: "tabular-nums",
  },
  project: {
    display: "flex",
    flexDirection: "column",
    gap: "2px",
    paddingTop: "8px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  detail: {
    paddingLeft: "36px",
    display: "flex",
    flexDirection: "column",
    fontVariantNumeric: "tabular-nums",
  },
  told: {
    paddingLeft: "8px",
    display: "flex",
    flexDirection: "column",
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
  bar: { whiteSpace: "normal", paddingTop: "4px", paddingBottom: "4px" },
});

type Props = PlanPartProps & { readonly prepared: PreparedComparison };

export function CompareView({ session, work, state, prepared }: Props) {
  const styles = useStyles();
  const { locale } = session.host;
  const words = planDeskWords[locale].compare;
  const { comparison, choices } = prepared;
  // What was ticked holds for this comparison alone.
  const [ticks, setTicks] = useState<{
    readonly of: PreparedComparison;
    readonly ids: ReadonlySet<string>;
  }>();
  const ids = ticks?.of === prepared ? ticks.ids : wantedOf(choices);
  const tick = (id: string, on: boolean) => {
    const next = new Set(ids);
    if (on) next.add(id);
    else next.delete(id);
    // A line of adjustment makes up new amounts: without them it says nothing.
    const [project, kind] = id.split("/");
    const amounts = choices.find((choice) => choice.id === `${project}/amounts`);
    if (kind === "amounts" && !on) next.delete(`${project}/budgetLine`);
    if (kind === "budgetLine" && on && amounts) next.add(amounts.id);
    setTicks({ of: prepared, ids: next });
  };
  const busy = state.busy !== null;
  const differing = comparison.projects.filter(isDifferent);
  const { before, after } = comparison.number;
  const unknown = planPlaceWords[locale].unknown;
  return (
    <div className={styles.column}>
      <div className={styles.heading}>
        <ViewHeading>{words.title}</ViewHeading>
        <Text className={styles.muted}>{words.between(before ?? unknown, after ?? unknown)}</Text>
      </div>
      {comparison.differs ? (
        <>
          <Totals prepared={prepared} locale={locale} />
          {differing.map((project) => (
            <ProjectPart
              key={project.code}
              project={project}
              choices={choices.filter((choice) => choice.project === project.code)}
              ids={ids}
              tick={tick}
              locale={locale}
            />
          ))}
          <Text size={200} className={styles.muted}>
            {words.untouched}
          </Text>
        </>
      ) : (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.bar}>{words.same}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        {comparison.differs && (
          <Button
            appearance="primary"
            disabled={busy || ids.size === 0}
            onClick={() => void work.takeOver(ids)}
          >
            {words.takeOver(ids.size)}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void work.makeComparisonSheet()}>
          {words.sheet}
        </Button>
        <Button disabled={busy} onClick={() => work.view("edit")}>
          {planDeskWords[locale].edit.open}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={() => work.view("preview")}>
          {words.viewPlan}
        </Button>
      </div>
    </div>
  );
}

function wantedOf(choices: readonly TakeOverChoice[]): ReadonlySet<string> {
  return new Set(choices.filter((choice) => choice.wanted).map((choice) => choice.id));
}

function Totals({ prepared, locale }: { readonly prepared: PreparedComparison; readonly locale: Locale }) {
  const styles = useStyles();
  const words = planDeskWords[locale].compare;
  return (
    <div className={styles.totals}>
      <Text size={200} className={styles.muted}>{`${words.totals} (${words.unit})`}</Text>
      {prepared.comparison.totals
        .filter((one) => one.header === "Tổng vốn" || one.delta !== 0)
        .map((one) => (
          <Text key={one.header} weight={one.header === "Tổng vốn" ? "semibold" : "regular"}>
            {amountLine(one, locale)}
          </Text>
        ))}
    </div>
  );
}

interface ProjectPartProps {
  readonly project: ProjectComparison;
  readonly choices: readonly TakeOverChoice[];
  readonly ids: ReadonlySet<string>;
  readonly tick: (id: string, on: boolean) => void;
  readonly locale: Locale;
}

function ProjectPart({ project, choices, ids, tick, locale }: ProjectPartProps) {
  const styles = useStyles();
  const words = planDeskWords[locale].compare;
  return (
    <div className={styles.project} role="group" aria-label={`${project.code} ${project.title}`}>
      <Text weight="semibold">
        {project.standing === "onlyInPlan" ? `${project.code} – ${words.newProject}` : project.code}
      </Text>
      <ProjectTitle title={project.title} />
      {choices.map((choice) => (
        <div key={choice.id}>
          <Checkbox
            checked={ids.has(choice.id)}
            disabled={choice.hindrance !== null}
            label={choiceLabel(choice, project, locale)}
            onChange={(_event, { checked }) => tick(choice.id, checked === true)}
          />
          <div className={styles.detail}>
            {detailLines(choice, project, locale).map((line) => (
              <Text key={line} size={200}>
                {line}
              </Text>
            ))}
            {choice.hindrance === "typed" && choice.kind !== "budgetLine" && (
              <Text size={200} className={styles.muted}>
                {words.typed}
              </Text>
            )}
          </div>
        </div>
      ))}
      <div className={styles.told}>
        {toldLines(project, locale).map((line) => (
          <Text key={line} size={200}>
            {line}
          </Text>
        ))}
      </div>
    </div>
  );
}

function choiceLabel(choice: TakeOverChoice, project: ProjectComparison, locale: Locale): string {
  const words = planDeskWords[locale].compare;
  return choice.kind === "budgetLine"
    ? words.budgetLine(project.budget.adjusting.length)
    : words.kinds[choice.kind]!;
}

function detailLines(choice: TakeOverChoice, project: ProjectComparison, locale: Locale): readonly string[] {
  const words = planDeskWords[locale].compare;
  switch (choice.kind) {
    case "project":
      return project.amounts.flatMap((one) =>
        one.after === null ? [] : [`${one.header}: ${money(one.after)} ${words.unit}`],
      );
    case "amounts":
      return project.amounts.filter((one) => one.delta !== 0).map((one) => amountLine(one, locale));
    case "contents":
      return [words.added(project.contentsAdded.map((content) => content.shortTitle).join("; "))];
    case "budgetLine":
      return [];
    default: {
      const text = project.texts.find((one) => one.header === choice.kind);
      return text ? [words.change(text.before ?? words.empty, text.after)] : [];
    }
  }
}

/** What is not taken over: it is for the staff to know. */
function toldLines(project: ProjectComparison, locale: Locale): readonly string[] {
  const words = planDeskWords[locale].compare;
  const { budget, contentsRemoved, standing } = project;
  return [
    ...(standing === "onlyInWorkbook" ? [words.onlyInWorkbook] : []),
    ...(budget.asGiven || budget.sums.length === 0
      ? []
      : [
          words.divided(budget.count),
          ...budget.sums.map((sum) =>
            words.linesOff(sum.header, money(sum.lines), signed(-sum.difference, locale)),
          ),
        ]),
    ...(contentsRemoved.length > 0
      ? [words.removed(contentsRemoved.map((content) => content.shortTitle).join("; "))]
      : []),
  ];
}

function amountLine(
  one: {
    readonly header: string;
    readonly before: Dong | null;
    readonly after: Dong | null;
    readonly delta: Dong;
  },
  locale: Locale,
): string {
  const words = planDeskWords[locale].compare;
  const shown = (dong: Dong | null) => (dong === null ? words.empty : money(dong));
  const change = words.change(shown(one.before), shown(one.after));
  return one.delta === 0
    ? `${one.header}: ${shown(one.after)}`
    : `${one.header}: ${change} (${signed(one.delta, locale)})`;
}

function signed(dong: Dong, locale: Locale): string {
  return planDeskWords[locale].compare.signed(money(Math.abs(dong)), dong > 0);
}

function money(dong: Dong): string {
  return formatMoney(dong, "triệu đồng");
}
