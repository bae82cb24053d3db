import type { FieldProps } from "./field.tsx";
import { TextField } from "./text-field.tsx";

type MoneyFieldProps = FieldProps & {
  /** ISO 4217, shown inside the control; leave out where the currency is a field of its own. */
  currency?: string;
};

/** An amount as people write it, in major units ("12,500.00"); the server turns it into minor units. */
export function MoneyField({ currency, ...field }: MoneyFieldProps) {
  return <TextField {...field} inputMode="decimal" autoComplete="off" width="medium" suffix={currency} />;
}
