import { controlProps, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-answer.tsx";

/** A civil date by the browser's own control; travels as `YYYY-MM-DD`. `min` and `max` only guide, the server decides. */
export function DateField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  min,
  max,
}: FieldProps & { min?: string; max?: string }) {
  const field = useField(name, { defaultValue, hint });
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <div className="control medium">
        <input
          type="date"
          name={name}
          min={min}
          max={max}
          defaultValue={field.value}
          key={field.value}
          {...controlProps(field, optional)}
        />
      </div>
    </FieldFrame>
  );
}
