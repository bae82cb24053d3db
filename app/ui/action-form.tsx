import { Form, useFormAction, useNavigation } from "@remix-run/react";
import { Children, type FormEvent, isValidElement, type ReactNode, useId } from "react";
import { ErrorSummary } from "./error-summary.tsx";
import { type FormAnswer, FormContext } from "./form-answer.tsx";

type ActionFormProps = {
  children: ReactNode;
  /** The action's refusal (`useActionData()`); anything without `errors` counts as none. */
  answer?: unknown;
  /** Stored values by field, shown where nothing was typed. */
  values?: Record<string, string | string[] | null | undefined>;
  action?: string;
  id?: string;
  /** With files. */
  multipart?: boolean;
  /** Ends in a new document (a download, a change of language). */
  reloadDocument?: boolean;
  /** Accessible name where the page has several forms. */
  label?: string;
  /** Labels of fields that stand in components of their own, so that the summary can name them too. */
  labels?: Record<string, string>;
  className?: string;
};

const isAnswer = (data: unknown): data is FormAnswer =>
  typeof data === "object" && data !== null && "errors" in data && typeof data.errors === "object";

const givenValues = (values: ActionFormProps["values"]) =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, value]],
    ),
  );

/**
 * A form that keeps everything typed when it is refused, with or without JavaScript: its fields find their
 * errors and values by name, and a summary above them links to each.
 */
export function ActionForm({
  children,
  answer,
  values,
  action,
  id,
  multipart,
  label,
  labels,
  ...rest
}: ActionFormProps) {
  const generated = useId().replaceAll(":", "");
  const navigation = useNavigation();
  const target = useFormAction(action);
  const pending =
    navigation.state !== "idle" && navigation.formMethod === "POST" && navigation.formAction === target;
  const refused = isAnswer(answer) ? answer : null;
  const prefix = id ?? `form${generated}`;
  const typed = { ...givenValues(values), ...refused?.values };

  return (
    <FormContext.Provider value={{ prefix, errors: refused?.errors ?? {}, values: typed, pending }}>
      <Form
        method="post"
        action={action}
        id={id}
        noValidate
        aria-label={label}
        encType={multipart ? "multipart/form-data" : undefined}
        onSubmit={(event) => pending && refuseRepeat(event)}
        {...rest}
      >
        {refused && (
          <ErrorSummary answer={refused} prefix={prefix} labels={{ ...labels, ...labelsIn(children) }} />
        )}
        {children}
      </Form>
    </FormContext.Provider>
  );
}

const refuseRepeat = (event: FormEvent) => event.preventDefault();

/** Labels of the fields written directly in the form, so that the summary can name them. */
function labelsIn(children: ReactNode): Record<string, string> {
  const labels: Record<string, string> = {};
  Children.forEach(children, (child) => {
    if (!isValidElement<{ name?: unknown; label?: unknown; legend?: unknown; children?: ReactNode }>(child))
      return;
    const { name, label, legend, children: inner } = child.props;
    const text = label ?? legend;
    if (typeof name === "string" && typeof text === "string") labels[name] = text;
    Object.assign(labels, labelsIn(typeof inner === "function" ? null : inner));
  });
  return labels;
}
