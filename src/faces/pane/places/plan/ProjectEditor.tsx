/** One project of the plan being edited, with what is wrong with it under the inputs that mend it. */
import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
} from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { formatMoney, sumDong } from "../../../../domain";
import type { PlanChange, PlanContent, PlanFlaw, PlanProject } from "../../../../plan";
import { planDeskWords, planPlaceWords, wordPlanFlaw, type Locale } from "../../../../wording";
import { AmountInput } from "./AmountInput";
import { ProjectHeading } from "./ProjectHeading";
import { TextField } from "./TextField";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: "8px", paddingBottom: "12px" },
  pair: {
    display: "grid",
    alignItems: "start",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "8px",
  },
  bar: { whiteSpace: "normal", paddingTop: "4px", paddingBottom: "4px" },
  content: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 76px 28px",
    gap: "4px",
    alignItems: "start",
  },
  grow: { minWidth: 0 },
  add: { display: "flex", gap: "6px", alignItems: "end" },
  stretch: { flexGrow: 1, minWidth: 0 },
  remove: { alignSelf: "start" },
});

const sources = ["total", "central", "local", "other"] as const;

interface ProjectEditorProps {
  readonly project: PlanProject;
  readonly index: number;
  readonly flaws: readonly PlanFlaw[];
  readonly locale: Locale;
  readonly edit: (change: PlanChange) => void;
}

export function ProjectEditor({ project, index, flaws, locale, edit }: ProjectEditorProps) {
  const styles = useStyles();
  const words = planDeskWords[locale].edit;
  const { allocation } = project;
  const parts = [allocation.central, allocation.local, allocation.other].filter((one) => one !== null);
  const sum = parts.length === 0 ? null : sumDong(parts);
  return (
    <AccordionItem value={project.code}>
      <AccordionHeader size="small" expandIconPosition="start">
        <ProjectHeading
          code={project.code}
          amount={
            allocation.total === null
              ? planPlaceWords[locale].unknown
              : formatMoney(allocation.total, "triệu đồng")
          }
          title={project.subProject?.title || project.title}
        >
          {flaws.length > 0 && <Text size={200}>{words.flaws(flaws.length)}</Text>}
        </ProjectHeading>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>
        <div className={styles.pair}>
          {sources.map((source) => (
            <AmountInput
              key={source}
              label={`${words.amount[source]} (${words.amountsIn})`}
              value={allocation[source]}
              unit="triệu đồng"
              locale={locale}
              onAmount={(amount) => edit({ kind: "amount", project: index, source, amount })}
            />
          ))}
        </div>
        {sum !== null && sum !== allocation.total && (
          <Link
            as="button"
            onClick={() => edit({ kind: "amount", project: index, source: "total", amount: sum })}
          >
            {words.sumInstead(formatMoney(sum, "triệu đồng"))}
          </Link>
        )}
        {flaws.map((flaw, at) => (
          <MessageBar key={at} intent={flaw.severity} layout="multiline">
            <MessageBarBody className={styles.bar}>{wordPlanFlaw(flaw, locale).message}</MessageBarBody>
          </MessageBar>
        ))}
        <TextField
          label={words.leadUnit}
          value={project.leadUnit ?? ""}
          counts="whileTyping"
          onText={(unit) => edit({ kind: "leadUnit", project: index, unit })}
        />
        <TextField
          label={words.coordinating}
          hint={words.coordinatingHint}
          value={project.coordinating.join(", ")}
          counts="whenLeft"
          onText={(units) => edit({ kind: "coordinating", project: index, units })}
        />
        {project.contents.length > 0 && <Text weight="semibold">{words.contents}</Text>}
        <Contents contents={project.contents} index={index} locale={locale} edit={edit} />
        <AddContent index={index} locale={locale} edit={edit} />
        <Button
          className={styles.remove}
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          onClick={() => edit({ kind: "removeProject", project: index })}
        >
          {words.removeProject(project.code)}
        </Button>
      </AccordionPanel>
    </AccordionItem>
  );
}

type PartProps = Pick<ProjectEditorProps, "index" | "locale" | "edit">;

function Contents({ contents, ...part }: PartProps & { readonly contents: readonly PlanContent[] }) {
  return contents.map((content) => (
    <div key={content.code}>
      <ContentLine content={content} {...part} />
      <Contents contents={content.children} {...part} />
    </div>
  ));
}

function ContentLine({ content, index, locale, edit }: PartProps & { readonly content: PlanContent }) {
  const styles = useStyles();
  const words = planDeskWords[locale].edit;
  return (
    <div className={styles.content} style={{ marginLeft: `${(content.level - 1) * 12}px` }}>
      <TextField
        className={styles.grow}
        label={content.code}
        name={words.contentName(content.code)}
        value={content.title}
        counts="whenLeft"
        onText={(title) => edit({ kind: "renameContent", project: index, content: content.code, title })}
      />
      <AmountInput
        label={words.amountsIn}
        name={words.contentTotal(content.code)}
        value={content.allocation?.total ?? null}
        unit="triệu đồng"
        locale={locale}
        onAmount={(amount) =>
          edit({ kind: "contentAmount", project: index, content: content.code, source: "total", amount })
        }
      />
      <Button
        size="small"
        appearance="subtle"
        style={{ marginTop: "22px" }}
        icon={<DeleteRegular />}
        aria-label={words.removeContent(content.shortTitle)}
        onClick={() => edit({ kind: "removeContent", project: index, content: content.code })}
      />
    </div>
  );
}

function AddContent({ index, locale, edit }: PartProps) {
  const styles = useStyles();
  const words = planDeskWords[locale].edit;
  const [title, setTitle] = useState("");
  const add = () => {
    edit({ kind: "addContent", project: index, parent: null, title });
    setTitle("");
  };
  return (
    <div className={styles.add}>
      <Field label={words.newContent} size="small" className={styles.stretch}>
        <Input
          size="small"
          value={title}
          onChange={(_event, { value }) => setTitle(value)}
          onKeyDown={(event) => {
            // Enter that ends a word of the Telex typing is not meant for us.
            if (event.key === "Enter" && !event.nativeEvent.isComposing && title.trim() !== "") add();
          }}
        />
      </Field>
      <Button size="small" disabled={title.trim() === ""} onClick={add}>
        {words.addContent}
      </Button>
    </div>
  );
}
