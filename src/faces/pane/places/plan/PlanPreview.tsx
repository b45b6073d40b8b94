/** A plan that has been read: its projects with their money, what is doubtful, and what can be done with it. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import { formatMoney, parseIsoDate, formatVietnameseDate } from "../../../../domain";
import type { PlanAllocation, PlanContent, PlanProject } from "../../../../plan";
import { planDeskWords, planPlaceWords, wordPlanFlaw, type Locale } from "../../../../wording";
import { InjectionPart } from "./InjectionPart";
import type { PlanPartProps } from "./PlanView";
import { ProjectHeading } from "./ProjectHeading";
import type { OpenPlan } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  heading: { display: "flex", flexDirection: "column" },
  muted: { color: tokens.colorNeutralForeground2 },
  amounts: {
    display: "grid",
    gridTemplateColumns: "repeat(3, 1fr)",
    gap: "8px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  amount: { display: "flex", flexDirection: "column", minWidth: 0 },
  number: { fontVariantNumeric: "tabular-nums" },
  panel: { paddingBottom: "8px", marginLeft: "24px" },
  list: { margin: "4px 0", paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "2px" },
  // The header's own padding would push the list away from the margin.
  accordion: { margin: "0 -12px" },
  flaws: { display: "flex", flexDirection: "column", gap: "6px" },
  bar: { whiteSpace: "normal", paddingTop: "4px", paddingBottom: "4px" },
});

type Props = PlanPartProps & { readonly plan: OpenPlan };

export function PlanPreview({ session, work, state, plan }: Props) {
  const styles = useStyles();
  const words = planPlaceWords[session.host.locale];
  const { plan: document } = plan.reading;
  const date = document.date === null ? null : parseIsoDate(document.date);
  return (
    <div className={styles.column}>
      <div className={styles.heading}>
        <Text weight="semibold" size={400}>
          {words.heading(document.number ?? words.unknown, document.commune ?? words.unknown)}
        </Text>
        {date && <Text className={styles.muted}>{words.date(formatVietnameseDate(date))}</Text>}
      </div>
      {plan.reading !== plan.original && (
        <Text size={200} className={styles.muted}>
          {planDeskWords[session.host.locale].edit.edited}
        </Text>
      )}
      <Amounts allocation={document.totals} locale={session.host.locale} />
      <InjectionPart session={session} work={work} state={state} plan={plan} />
      <Text weight="semibold">{words.projects(document.projects.length)}</Text>
      <Accordion multiple collapsible className={styles.accordion}>
        {document.projects.map((project) => (
          <ProjectItem
            key={`${project.code} ${project.row}`}
            project={project}
            locale={session.host.locale}
          />
        ))}
      </Accordion>
      <Flaws plan={plan} locale={session.host.locale} />
    </div>
  );
}

function Amounts({ allocation, locale }: { readonly allocation: PlanAllocation; readonly locale: Locale }) {
  const styles = useStyles();
  const words = planPlaceWords[locale];
  const shown = [
    [words.total, allocation.total],
    [words.central, allocation.central],
    [words.local, allocation.local],
  ] as const;
  return (
    <div className={styles.amounts}>
      {shown.map(([name, value]) => (
        <div key={name} className={styles.amount}>
          <Text size={200} className={styles.muted}>
            {name}
          </Text>
          <Text weight="semibold" className={styles.number}>
            {money(value, locale)}
          </Text>
          <Text size={100} className={styles.muted}>
            triệu đồng
          </Text>
        </div>
      ))}
    </div>
  );
}

function money(value: number | null, locale: Locale): string {
  return value === null ? planPlaceWords[locale].unknown : formatMoney(value, "triệu đồng");
}

function ProjectItem({ project, locale }: { readonly project: PlanProject; readonly locale: Locale }) {
  const styles = useStyles();
  const words = planPlaceWords[locale];
  const other = project.programmeCode !== null && project.programmeCode !== project.code;
  return (
    <AccordionItem value={`${project.code} ${project.row}`}>
      <AccordionHeader size="small" expandIconPosition="start">
        <ProjectHeading
          code={project.code}
          amount={money(project.allocation.total, locale)}
          title={project.subProject?.title ?? project.title}
        />
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>
        {other && (
          <Text block size={200}>
            {words.programmeCode(project.programmeCode!)}
          </Text>
        )}
        <Text
          block
          size={200}
        >{`${words.central}: ${money(project.allocation.central, locale)} · ${words.local}: ${money(project.allocation.local, locale)}`}</Text>
        <Text block size={200}>
          {words.leadUnit(project.leadUnit ?? words.unknown)}
        </Text>
        <Contents contents={project.contents} locale={locale} />
      </AccordionPanel>
    </AccordionItem>
  );
}

function Contents({
  contents,
  locale,
}: {
  readonly contents: readonly PlanContent[];
  readonly locale: Locale;
}) {
  const styles = useStyles();
  if (contents.length === 0) return null;
  return (
    <ul className={styles.list}>
      {contents.map((content) => (
        <li key={content.code}>
          <Text size={200}>
            {content.shortTitle}
            {content.allocation?.total != null && ` – ${money(content.allocation.total, locale)}`}
          </Text>
          <Contents contents={content.children} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function Flaws({ plan, locale }: { readonly plan: OpenPlan; readonly locale: Locale }) {
  const styles = useStyles();
  const words = planPlaceWords[locale];
  const flaws = plan.reading.findings;
  if (flaws.length === 0) return null;
  return (
    <div className={styles.flaws}>
      <Text weight="semibold">{words.differences(flaws.length)}</Text>
      {flaws.map((flaw, index) => (
        <MessageBar key={index} intent={flaw.severity} layout="multiline">
          <MessageBarBody className={styles.bar}>
            {flaw.row !== null && <b>{`${words.line(flaw.row)}: `}</b>}
            {wordPlanFlaw(flaw, locale).message}
          </MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
