import { useEffect, useState } from "react";
import { controlProps, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-answer.tsx";
import { useT } from "./messages.tsx";

type PasswordFieldProps = Omit<FieldProps, "defaultValue"> & {
  autoComplete: "current-password" | "new-password";
};

/** A password with a switch to see it. It is never sent back into the page. */
export function PasswordField({ name, label, hint, optional, autoComplete }: PasswordFieldProps) {
  const t = useT();
  const field = useField(name, { hint });
  const [shown, setShown] = useState(false);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <div className="control full">
        <input
          type={shown ? "text" : "password"}
          name={name}
          autoComplete={autoComplete}
          spellCheck={false}
          autoCapitalize="none"
          {...controlProps(field, optional)}
        />
        {scripted && (
          <button
            type="button"
            className="reveal"
            aria-pressed={shown}
            aria-controls={field.id}
            onClick={() => setShown(!shown)}
          >
            {shown ? t("form.hide_password") : t("form.show_password")}
            <span className="visually-hidden"> {label}</span>
          </button>
        )}
      </div>
    </FieldFrame>
  );
}
