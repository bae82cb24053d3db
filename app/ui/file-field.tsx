import { controlProps, FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-answer.tsx";

type FileFieldProps = Omit<FieldProps, "defaultValue"> & {
  /** As in HTML: `application/pdf,image/png`. The server looks at the content, whatever this says. */
  accept?: string;
  multiple?: boolean;
};

/** A file to send; its form must be `multipart`. Browsers forget a chosen file when a form is refused. */
export function FileField({ name, label, hint, optional, accept, multiple }: FileFieldProps) {
  const field = useField(name, { hint });
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <input
        type="file"
        className="file"
        name={name}
        accept={accept}
        multiple={multiple}
        {...controlProps(field, optional)}
      />
    </FieldFrame>
  );
}
