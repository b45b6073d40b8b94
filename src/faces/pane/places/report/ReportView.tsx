/** Báo cáo: forms are made, looked into, judged and sent, and vouchers reconciled. */
import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import { useEffect } from "react";
import { reportPlaceWords } from "../../../../wording";
import { NoStructure } from "../../NoStructure";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import { MakePart } from "./MakePart";
import { ReconcilePart } from "./ReconcilePart";
import { SendPart } from "./SendPart";
import type { ReportPart } from "./state";
import { WhyPart } from "./WhyPart";
import type { ReportWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  // The tabs' own padding would push the first one away from the margin.
  tabs: { margin: "-8px -8px 0" },
  part: { display: "flex", flexDirection: "column", gap: "12px" },
});

const views = { make: MakePart, why: WhyPart, send: SendPart, reconcile: ReconcilePart };
const parts: readonly ReportPart[] = ["make", "why", "send", "reconcile"];

export function ReportView({ session, work }: PlaceViewProps<ReportWork>) {
  const styles = useStyles();
  const { workbook } = useStore(session);
  const { part } = useStore(work.store);
  const words = reportPlaceWords[session.host.locale];
  useEffect(() => void work.load(), [work]);
  if (workbook && !workbook.ours) return <NoStructure session={session} />;
  const View = views[part];
  return (
    <div className={styles.column}>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={words.parts.label}
        selectedValue={part}
        onTabSelect={(_event, { value }) => work.show(value as ReportPart)}
      >
        {parts.map((one) => (
          <Tab key={one} value={one} id={`report-tab-${one}`} aria-controls="report-part">
            {words.parts[one]}
          </Tab>
        ))}
      </TabList>
      <div id="report-part" role="tabpanel" aria-labelledby={`report-tab-${part}`} className={styles.part}>
        <View session={session} work={work} />
      </div>
    </div>
  );
}
