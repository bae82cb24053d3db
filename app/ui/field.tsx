import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import type { FieldState } from "./form-answer.tsx";
import { useT } from "./messages.tsx";

export type FieldProps = {
  name: string;
  label: string;
  /** What helps to answer, under the label. */
  hint?: ReactNode;
  optional?: boolean;
  defaultValue?: string;
};

type FrameProps = {
  field: FieldState;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  children: ReactNode;
  /** The control is a group: label and hint belong to a fieldset. */
  group?: boolean;
};

/** Label above, hint under the label, error beside the control: the same for every field. */
export function FieldFrame({ field, label, hint, optional, group, children }: FrameProps) {
  const t = useT();
  const marked = (
    <>
      {label} {optional && <span className="optional">{t("form.optional")}</span>}
    </>
  );
  const rest = (
    <>
      {hint && (
        <div className="hint" id={field.hintId}>
          {hint}
        </div>
      )}
      {field.error && (
        <p className="field-error" id={field.errorId}>
          <span className="visually-hidden">{t("form.error_prefix")} </span>
          {field.error}
        </p>
      )}
      {children}
    </>
  );
  const className = classes("field", field.error && "invalid");
  if (!group) {
    return (
      <div className={className}>
        <label htmlFor={field.id}>{marked}</label>
        {rest}
      </div>
    );
  }
  return (
    <fieldset className={className} aria-describedby={field.describedBy}>
      <legend>{marked}</legend>
      {rest}
    </fieldset>
  );
}

/** The attributes every control shares. */
export const controlProps = (field: FieldState, optional: boolean | undefined) => ({
  id: field.id,
  "aria-describedby": field.describedBy,
  "aria-invalid": field.error ? true : undefined,
  "aria-required": optional ? undefined : true,
});
