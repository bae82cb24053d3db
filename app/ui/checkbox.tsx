import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { controlProps } from "./field.tsx";
import { useField } from "./form-answer.tsx";
import { useT } from "./messages.tsx";

type CheckboxProps = {
  name: string;
  /** May hold links, for example to the terms that are agreed to. */
  label: ReactNode;
  hint?: ReactNode;
  /** What is sent when ticked. */
  value?: string;
  defaultChecked?: boolean;
  optional?: boolean;
};

/** A single statement to agree to or an option to switch on. */
export function Checkbox({
  name,
  label,
  hint,
  value = "yes",
  defaultChecked,
  optional = true,
}: CheckboxProps) {
  const t = useT();
  const field = useField(name, { defaultValue: defaultChecked ? value : "", hint });
  return (
    <div className={classes("field single", field.error && "invalid")}>
      {field.error && (
        <p className="field-error" id={field.errorId}>
          <span className="visually-hidden">{t("form.error_prefix")} </span>
          {field.error}
        </p>
      )}
      <div className="choice plain">
        <input
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={field.value === value}
          key={field.value}
          {...controlProps(field, optional)}
        />
        <label htmlFor={field.id}>{label}</label>
        {hint && (
          <span className="choice-hint" id={field.hintId}>
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
