/** Biểu mẫu: a template is filled, or approved households are paid. */
import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import { templatePlaceWords } from "../../../../wording";
import { NoStructure } from "../../NoStructure";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import { FillView } from "./FillView";
import { PaymentView } from "./PaymentView";
import type { TemplateWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  tabs: { marginLeft: "-10px" },
});

export function TemplateView({ session, work }: PlaceViewProps<TemplateWork>) {
  const styles = useStyles();
  const { workbook } = useStore(session);
  const { tabs } = templatePlaceWords[session.host.locale];
  const [task, setTask] = useState<"fill" | "pay">("fill");
  if (workbook && !workbook.ours) return <NoStructure session={session} />;
  return (
    <div className={styles.column}>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={tabs.label}
        selectedValue={task}
        onTabSelect={(_event, { value }) => setTask(value as "fill" | "pay")}
      >
        <Tab value="fill" id="template-fill" aria-controls="template-task">
          {tabs.fill}
        </Tab>
        <Tab value="pay" id="template-pay" aria-controls="template-task">
          {tabs.pay}
        </Tab>
      </TabList>
      <div id="template-task" role="tabpanel" aria-labelledby={`template-${task}`} className={styles.column}>
        {task === "fill" ? (
          <FillView session={session} work={work} />
        ) : (
          <PaymentView session={session} work={work.payments} />
        )}
      </div>
    </div>
  );
}
