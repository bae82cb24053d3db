import { controlProps, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-answer.tsx";

/** A time of day by the browser's own control; travels as `HH:MM`. */
export function TimeField({ name, label, hint, optional, defaultValue }: FieldProps) {
  const field = useField(name, { defaultValue, hint });
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <div className="control short">
        <input
          type="time"
          name={name}
          defaultValue={field.value}
          key={field.value}
          {...controlProps(field, optional)}
        />
      </div>
    </FieldFrame>
  );
}
