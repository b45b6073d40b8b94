/** The unit in which amounts stand, to be chosen. */
import { Field, Select } from "@fluentui/react-components";
import { MONEY_UNITS, type MoneyUnit } from "../../domain";

interface UnitSelectProps {
  readonly label: string;
  readonly value: MoneyUnit;
  readonly onChange: (unit: MoneyUnit) => void;
  readonly size?: "small" | "medium";
}

export function UnitSelect({ label, value, onChange, size = "medium" }: UnitSelectProps) {
  return (
    <Field label={label} size={size}>
      <Select size={size} value={value} onChange={(_event, data) => onChange(data.value as MoneyUnit)}>
        {MONEY_UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {unit}
          </option>
        ))}
      </Select>
    </Field>
  );
}
