/** Approved households are chosen and paid: the list for signatures, the vouchers and Đã chi in one step. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect } from "react";
import { UNDECIDED_CAPITAL } from "../../../../layout";
import { templatePlaceWords, type TemplatePlaceWords } from "../../../../wording";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import { HouseholdChoice } from "./HouseholdChoice";
import type { PaymentWork } from "./payments";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "8px",
    // An input is as wide as twenty letters unless it is told otherwise.
    "& input": { minWidth: 0, width: "100%" },
  },
  list: { margin: 0, paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "4px" },
  column: { display: "flex", flexDirection: "column", gap: "10px" },
});

export function PaymentView({ session, work }: PlaceViewProps<PaymentWork>) {
  const styles = useStyles();
  const { busy } = useStore(session);
  const { households, prepared, fresh } = useStore(work.store);
  const words = templatePlaceWords[session.host.locale].pay;
  useEffect(() => {
    if (!fresh && busy === null) void work.look();
  }, [work, fresh, busy]);
  useEffect(() => () => work.leave(), [work]);
  if (households === null) return null;
  if (households.length === 0) return <Text className={styles.muted}>{words.none}</Text>;
  if (prepared) return <Preview work={work} words={words} disabled={busy !== null} />;
  return (
    <>
      <Text className={styles.muted}>{words.lead}</Text>
      <HouseholdChoice session={session} work={work} words={words} />
      <VoucherForm work={work} words={words} disabled={busy !== null} />
    </>
  );
}

interface PartProps {
  readonly work: PaymentWork;
  readonly words: TemplatePlaceWords["pay"];
  readonly disabled: boolean;
}

function VoucherForm({ work, words, disabled }: PartProps) {
  const styles = useStyles();
  const state = useStore(work.store);
  const amounts = work.amounts();
  const total = [...(amounts?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  const ready = total > 0 && work.date() !== null && state.voucher.trim() !== "";
  const wrong = (message: string) => ({ validationMessage: message, validationState: "error" as const });
  const choose = (label: string, value: string, options: readonly string[], set: (value: string) => void) => (
    <Field label={label} size="small">
      <Select value={value} onChange={(_event, data) => set(data.value)}>
        {options.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={styles.column}>
      <Field
        label={words.limit(state.unit)}
        hint={words.limitHint}
        size="small"
        {...(amounts === null ? wrong(words.notAmount) : {})}
      >
        <Input value={state.limit} onChange={(_event, { value }) => work.set({ limit: value })} />
      </Field>
      <div className={styles.pair}>
        <Field label={words.voucher} size="small" required>
          <Input value={state.voucher} onChange={(_event, { value }) => work.set({ voucher: value })} />
        </Field>
        <Field
          label={words.date}
          size="small"
          required
          {...(work.date() === null ? wrong(words.notDate) : {})}
        >
          <Input value={state.date} onChange={(_event, { value }) => work.set({ date: value })} />
        </Field>
        {choose(words.manner, state.manner, ["Thanh toán", "Tạm ứng"], (value) =>
          work.set({ manner: value === "Tạm ứng" ? value : "Thanh toán" }),
        )}
        {choose(words.capitalType, state.capitalType, ["Đầu tư", "Sự nghiệp", UNDECIDED_CAPITAL], (value) =>
          work.set({ capitalType: value }),
        )}
        {choose(words.capitalYear, state.capitalYear, ["Năm nay", "Kéo dài"], (value) =>
          work.set({ capitalYear: value }),
        )}
      </div>
      <Text weight="semibold" role="status">
        {words.total(state.chosen.size, work.money(total))}
      </Text>
      <Button
        appearance="primary"
        size="large"
        disabled={disabled || !ready}
        onClick={() => void work.prepare()}
      >
        {words.prepare}
      </Button>
      {total > 0 && state.voucher.trim() === "" && <Text size={200}>{words.voucherMissing}</Text>}
    </div>
  );
}

/** What will be written, what is left to each, and what the rules will say. */
function Preview({ work, words, disabled }: PartProps) {
  const styles = useStyles();
  const { prepared } = useStore(work.store);
  if (!prepared) return null;
  return (
    <div className={styles.column}>
      <Text weight="semibold">{words.total(prepared.households, work.money(prepared.total))}</Text>
      <ul className={styles.list}>
        {prepared.vouchers.map(({ project, content, source, amount }) => (
          <li key={`${project} ${content} ${source}`}>
            {words.voucherLine(content, source, work.money(amount))}
          </li>
        ))}
      </ul>
      <Text>{words.remaining(work.money(prepared.left))}</Text>
      {prepared.findings.length === 0 ? (
        <Text className={styles.muted}>{words.nothingTold}</Text>
      ) : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.told}</MessageBarTitle>
            <ul className={styles.list}>
              {[...new Set(prepared.findings.map(({ message }) => message))].map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      <Button appearance="primary" size="large" disabled={disabled} onClick={() => void work.pay()}>
        {words.confirm}
      </Button>
      <Button disabled={disabled} onClick={() => work.back()}>
        {words.back}
      </Button>
    </div>
  );
}
