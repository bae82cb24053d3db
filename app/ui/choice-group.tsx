import { classes } from "./classes.ts";
import { FieldFrame, type FieldProps } from "./field.tsx";
import { type FieldState, useField } from "./form-answer.tsx";
import type { Choice } from "./select.tsx";

type ItemProps = {
  choice: Choice;
  field: FieldState;
  name: string;
  type: "radio" | "checkbox";
  first: boolean;
};

/** One option as a whole card to press; its hint is read with it. */
function ChoiceItem({ choice, field, name, type, first }: ItemProps) {
  const id = first ? field.id : `${field.id}-${choice.value}`;
  return (
    <div className={classes("choice", choice.disabled && "disabled")}>
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        disabled={choice.disabled}
        defaultChecked={field.values.includes(choice.value)}
        aria-describedby={choice.hint ? `${id}-about` : undefined}
      />
      <label htmlFor={id}>{choice.label}</label>
      {choice.hint && (
        <span className="choice-hint" id={`${id}-about`}>
          {choice.hint}
        </span>
      )}
    </div>
  );
}

type RadioCardsProps = FieldProps & { choices: Choice[]; inline?: boolean };

export function RadioCards({ name, label, hint, optional, defaultValue, choices, inline }: RadioCardsProps) {
  const field = useField(name, { defaultValue, hint });
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} group>
      <div className={classes("choices", inline && "inline")} key={field.value}>
        {choices.map((choice, at) => (
          <ChoiceItem
            key={choice.value}
            choice={choice}
            field={field}
            name={name}
            type="radio"
            first={at === 0}
          />
        ))}
      </div>
    </FieldFrame>
  );
}

type CheckboxGroupProps = Omit<FieldProps, "defaultValue"> & {
  choices: Choice[];
  defaultValue?: string[];
  inline?: boolean;
};

/** Several of many; sent as `name[]`, so that none, one and several arrive alike. */
export function CheckboxGroup({
  name,
  label,
  hint,
  optional,
  defaultValue,
  choices,
  inline,
}: CheckboxGroupProps) {
  const field = useField(name, { defaultValue, hint });
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} group>
      <div className={classes("choices", inline && "inline")} key={field.values.join()}>
        {choices.map((choice, at) => (
          <ChoiceItem
            key={choice.value}
            choice={choice}
            field={field}
            name={`${name}[]`}
            type="checkbox"
            first={at === 0}
          />
        ))}
      </div>
    </FieldFrame>
  );
}
