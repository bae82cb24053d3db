import { controlProps, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-answer.tsx";

export function TextArea({
  name,
  label,
  hint,
  optional,
  defaultValue,
  rows = 4,
  maxLength,
}: FieldProps & { rows?: number; maxLength?: number }) {
  const field = useField(name, { defaultValue, hint });
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <textarea
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={field.value}
        key={field.value}
        {...controlProps(field, optional)}
      />
    </FieldFrame>
  );
}
