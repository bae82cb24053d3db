import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { controlProps, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-answer.tsx";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "url" | "search" | "number";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel";
  width?: "short" | "medium" | "full";
  /** Unit shown inside the control, before or after what is typed. */
  prefix?: ReactNode;
  suffix?: ReactNode;
  maxLength?: number;
  min?: number;
  max?: number;
  autoFocus?: boolean;
  spellCheck?: boolean;
};

export function TextField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  width = "full",
  prefix,
  suffix,
  ...input
}: TextFieldProps) {
  const field = useField(name, { defaultValue, hint });
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <div className={`control ${width}`}>
        {prefix && <span className="affix">{prefix}</span>}
        <input
          type="text"
          name={name}
          defaultValue={field.value}
          key={field.value}
          {...input}
          {...controlProps(field, optional)}
        />
        {suffix && <span className="affix">{suffix}</span>}
      </div>
    </FieldFrame>
  );
}
