/** The plan edited in the pane: amounts, units, contents, projects; what is wrong with it follows at once. */
import {
  Accordion,
  Button,
  Combobox,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Option,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import { fold, formatVietnameseDate, isoDate, parseIsoDate, parseVietnameseDate } from "../../../../domain";
import type { NewProject } from "../../../../plan";
import type { Programme } from "../../../../programme";
import { planDeskWords, planPlaceWords, wordPlanFlaw } from "../../../../wording";
import { AmountInput } from "./AmountInput";
import { focusFault } from "./faults";
import type { PlanPartProps } from "./PlanView";
import { ViewHeading } from "./ViewHeading";
import { ProjectEditor } from "./ProjectEditor";
import { TextField } from "./TextField";
import type { OpenPlan } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  pair: {
    display: "grid",
    alignItems: "start",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "8px",
  },
  accordion: { margin: "0 -12px" },
  flaws: { display: "flex", flexDirection: "column", gap: "6px" },
  bar: { whiteSpace: "normal", paddingTop: "4px", paddingBottom: "4px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  add: { display: "flex", flexDirection: "column", gap: "6px" },
  combobox: { minWidth: 0, width: "100%" },
  list: { maxHeight: "260px" },
});

type Props = PlanPartProps & { readonly plan: OpenPlan };

export function EditView({ session, work, state, plan }: Props) {
  const styles = useStyles();
  const { locale } = session.host;
  const words = planDeskWords[locale].edit;
  const { reading } = plan;
  const date = reading.plan.date === null ? null : parseIsoDate(reading.plan.date);
  const busy = state.busy !== null;
  const form = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<readonly string[]>([]);
  return (
    <div ref={form} className={styles.column}>
      <ViewHeading>{words.title}</ViewHeading>
      <Text size={200} className={styles.muted}>
        {words.lead}
      </Text>
      <div className={styles.pair}>
        <TextField
          label={words.number}
          value={reading.plan.number ?? ""}
          counts="whileTyping"
          onText={(text) => work.edit({ kind: "number", text })}
        />
        <TextField
          label={words.date}
          placeholder={words.datePlaceholder}
          value={date ? formatVietnameseDate(date) : ""}
          isBegun={(text) => /^\s*\d{1,2}([/.-](\d{1,2}([/.-]\d{0,4})?)?)?$/.test(text)}
          faultOf={(text) => (isDayOrNothing(text) ? null : words.badDate)}
          counts="whileTyping"
          onText={(text) => work.edit({ kind: "date", text: isoOf(text) })}
        />
      </div>
      {(plan.original.plan.statedTotal !== null || reading.plan.statedTotal !== null) && (
        <AmountInput
          label={`${words.statedTotal} (${words.amountsIn})`}
          hint={words.statedTotalHint}
          value={reading.plan.statedTotal?.allocation.total ?? null}
          unit="triệu đồng"
          locale={locale}
          onAmount={(amount) => work.edit({ kind: "statedTotal", source: "total", amount })}
        />
      )}
      <Flaws plan={plan} locale={locale} />
      <Accordion
        multiple
        collapsible
        className={styles.accordion}
        openItems={[...open]}
        onToggle={(_event, { openItems }) => setOpen(openItems as string[])}
      >
        {reading.plan.projects.map((project, index) => (
          <ProjectEditor
            key={project.code}
            project={project}
            index={index}
            flaws={reading.findings.filter((flaw) => flaw.params.project === project.code)}
            locale={locale}
            edit={(change) => work.edit(change)}
          />
        ))}
      </Accordion>
      <AddProject
        session={session}
        add={(project) => {
          work.edit({ kind: "addProject", project });
          const added = session.state().plan?.reading.plan.projects.at(-1);
          if (added) setOpen([...open, added.code]);
        }}
        programme={work.programme}
      />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={busy}
          onClick={() => {
            if (!focusFault(form.current)) void work.finishEditing();
          }}
        >
          {words.done}
        </Button>
        <Button disabled={busy || plan.reading === plan.original} onClick={() => work.reset()}>
          {words.reset}
        </Button>
      </div>
    </div>
  );
}

/** What is wrong with the plan as a whole stands above; what concerns a project stands with the project. */
function Flaws({
  plan,
  locale,
}: Pick<Props, "plan"> & { readonly locale: Props["session"]["host"]["locale"] }) {
  const styles = useStyles();
  const words = planDeskWords[locale].edit;
  const { findings } = plan.reading;
  const codes = new Set(plan.reading.plan.projects.map((project) => project.code));
  const whole = findings.filter((flaw) => !codes.has(String(flaw.params.project)));
  return (
    <div className={styles.flaws}>
      <Text weight="semibold" role="status">
        {findings.length === 0 ? words.sound : words.flaws(findings.length)}
      </Text>
      {whole.map((flaw, index) => (
        <MessageBar key={index} intent={flaw.severity} layout="multiline">
          <MessageBarBody className={styles.bar}>
            {flaw.row !== null && <b>{`${planPlaceWords[locale].line(flaw.row)}: `}</b>}
            {wordPlanFlaw(flaw, locale).message}
          </MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}

function isDayOrNothing(text: string): boolean {
  return text.trim() === "" || parseVietnameseDate(text).kind === "date";
}

function isoOf(text: string): string {
  const reading = parseVietnameseDate(text);
  return reading.kind === "date" ? isoDate(reading) : "";
}

interface AddProjectProps {
  readonly session: PlanPartProps["session"];
  readonly programme: Programme;
  readonly add: (project: NewProject) => void;
}

function AddProject({ session, programme, add }: AddProjectProps) {
  const styles = useStyles();
  const words = planDeskWords[session.host.locale].edit;
  const [text, setText] = useState("");
  const offered = offeredProjects(programme);
  const chosen = offered.find((one) => one.label === text);
  const shown =
    chosen || text.trim() === "" ? offered : offered.filter((one) => fold(one.label).includes(fold(text)));
  return (
    <div className={styles.add}>
      <Field label={words.newProject} hint={words.newProjectHint} size="small">
        <Combobox
          className={styles.combobox}
          size="small"
          freeform
          value={text}
          listbox={{ className: styles.list }}
          selectedOptions={chosen ? [chosen.code] : []}
          onInput={(event) => setText((event.target as HTMLInputElement).value)}
          onOptionSelect={(_event, { optionText }) => setText(optionText ?? "")}
        >
          {shown.map((one) => (
            <Option key={one.code} value={one.code} text={one.label}>
              {one.label}
            </Option>
          ))}
        </Combobox>
      </Field>
      <Button
        size="small"
        disabled={text.trim() === ""}
        onClick={() => {
          const project = chosen ? { programmeCode: chosen.code } : { title: text };
          add(project);
          setText("");
        }}
      >
        {words.addProject}
      </Button>
    </div>
  );
}

/** Leaf rows of the programme: a project that has sub-projects stands as these. */
function offeredProjects(programme: Programme): readonly { readonly code: string; readonly label: string }[] {
  return programme.projects.flatMap((project) => {
    const leaves = project.subProjects.length > 0 ? project.subProjects : [project];
    return leaves.map((one) => ({ code: one.code, label: `${one.code} – ${one.title}` }));
  });
}
