/** “Tùy chọn”: period, unit, lead unit, project, layout, freezing. */
import { Checkbox, Field, Input, makeStyles, Select, Switch } from "@fluentui/react-components";
import { formatVietnameseDate, type MoneyUnit } from "../../../../domain";
import type { ChoicesOffered } from "../../../../reports";
import type { reportPlaceWords } from "../../../../wording";
import { useStore } from "../../store";
import { DayInput } from "./DayInput";
import type { Options } from "./state";
import type { ReportWork } from "./work";

const useStyles = makeStyles({
  // A project's title is longer than the pane is wide.
  select: { minWidth: 0, "& select": { minWidth: 0, width: "100%", textOverflow: "ellipsis" } },
  days: { display: "flex", minWidth: 0, gap: "8px", "> *": { flexGrow: 1, minWidth: 0 } },
});

interface OptionFieldsProps {
  readonly work: ReportWork;
  readonly words: (typeof reportPlaceWords)["vi"];
  readonly offered: ChoicesOffered;
}

const quick = ["month", "quarter", "yearToDate", "all"] as const;

export function OptionFields({ work, words, offered }: OptionFieldsProps) {
  const styles = useStyles();
  const { options, chosen } = useStore(work.store);
  return (
    <>
      <PeriodFields work={work} words={words} offered={offered} />
      <Field label={words.unit}>
        <Select
          value={options.unit}
          onChange={(_event, { value }) => work.setOptions({ unit: value as MoneyUnit | "" })}
        >
          <option value="">{words.unitOf(offered.unit)}</option>
          {offered.units.map((unit) => (
            <option key={unit} value={unit}>
              {unit}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.leadUnit}>
        <Select
          className={styles.select}
          value={options.leadUnit}
          onChange={(_event, { value }) => work.setOptions({ leadUnit: value })}
        >
          <option value="">{words.all}</option>
          {offered.leadUnits.map(({ key, name }) => (
            <option key={key} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.project}>
        <Select
          className={styles.select}
          value={options.project}
          onChange={(_event, { value }) => work.setOptions({ project: value })}
        >
          <option value="">{words.all}</option>
          {offered.projects.map(({ code, title }) => (
            <option key={code} value={code}>
              {`${code} – ${title}`}
            </option>
          ))}
        </Select>
      </Field>
      {chosen.includes("BC06") && (
        <Checkbox
          label={words.showEthnicGroup}
          checked={options.showEthnicGroup}
          onChange={(_event, data) => work.setOptions({ showEthnicGroup: data.checked === true })}
        />
      )}
      <Field hint={words.keepLayoutHint}>
        <Switch
          label={words.keepLayout}
          checked={options.keepLayout}
          onChange={(_event, data) => work.setOptions({ keepLayout: data.checked })}
        />
      </Field>
      <Field hint={words.freezeHint}>
        <Switch
          label={words.freeze}
          checked={options.freeze}
          onChange={(_event, data) => work.setOptions({ freeze: data.checked })}
        />
      </Field>
      {options.freeze && (
        <Field label={words.frozenBy}>
          <Input
            value={options.frozenBy}
            onChange={(_event, data) => work.setOptions({ frozenBy: data.value })}
          />
        </Field>
      )}
    </>
  );
}

function PeriodFields({ work, words, offered }: OptionFieldsProps) {
  const styles = useStyles();
  const { options } = useStore(work.store);
  const problem = work.problem();
  const shown = options.period === "own" ? null : offered.periods[options.period];
  const choose = (period: Options["period"]) => {
    // The days of the last choice are where a person begins to change them.
    const days = period === "own" && shown ? { from: shown.from, to: shown.to } : {};
    work.setOptions({ period, ...days });
  };
  return (
    <>
      <Field
        label={words.period}
        hint={shown ? words.days(formatVietnameseDate(shown.from), formatVietnameseDate(shown.to)) : ""}
      >
        <Select value={options.period} onChange={(_event, { value }) => choose(value as Options["period"])}>
          {quick.map((period) => (
            <option key={period} value={period}>
              {words.periods[period]}
            </option>
          ))}
          <option value="own">{words.periods.own}</option>
        </Select>
      </Field>
      {options.period === "own" && (
        <Field
          validationState={problem === null ? "none" : "error"}
          validationMessage={problem === null ? null : words[problem]}
        >
          <div className={styles.days}>
            <DayInput
              label={words.from}
              example={words.dayExample}
              day={options.from}
              onDay={(from) => work.setOptions({ from })}
            />
            <DayInput
              label={words.to}
              example={words.dayExample}
              day={options.to}
              onDay={(to) => work.setOptions({ to })}
            />
          </div>
        </Field>
      )}
    </>
  );
}
