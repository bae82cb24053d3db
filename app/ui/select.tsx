import { controlProps, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-answer.tsx";
import { useT } from "./messages.tsx";

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean };
type ChoiceGroup = { label: string; choices: Choice[] };

type SelectProps = FieldProps & {
  choices: Choice[] | ChoiceGroup[];
  width?: "short" | "medium" | "full";
  /** Starts on a real choice instead of "Choose…". */
  noBlank?: boolean;
  /** What no choice means, instead of "Choose…". */
  blank?: string;
};

const isGroup = (item: Choice | ChoiceGroup): item is ChoiceGroup => "choices" in item;

const Option = ({ value, label, disabled }: Choice) => (
  <option value={value} disabled={disabled}>
    {label}
  </option>
);

export function Select({
  name,
  label,
  hint,
  optional,
  defaultValue,
  choices,
  width = "full",
  noBlank,
  blank,
}: SelectProps) {
  const t = useT();
  const field = useField(name, { defaultValue, hint });
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <div className={`control select ${width}`}>
        <select name={name} defaultValue={field.value} key={field.value} {...controlProps(field, optional)}>
          {!noBlank && <option value="">{blank ?? t("form.choose")}</option>}
          {choices.map((item) =>
            isGroup(item) ? (
              <optgroup key={item.label} label={item.label}>
                {item.choices.map((choice) => (
                  <Option key={choice.value} {...choice} />
                ))}
              </optgroup>
            ) : (
              <Option key={item.value} {...item} />
            ),
          )}
        </select>
      </div>
    </FieldFrame>
  );
}
