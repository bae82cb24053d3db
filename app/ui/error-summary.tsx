import { type MouseEvent, useEffect, useRef } from "react";
import { type FormAnswer, fieldId, useErrorText } from "./form-answer.tsx";
import { useT } from "./messages.tsx";

/** A label that asks ("Who owes?") stands as a topic before its error. */
const asTopic = (label: string) => label.replace(/[?？:：]\s*$/, "");

type ErrorSummaryProps = {
  answer: FormAnswer;
  prefix: string;
  labels: Record<string, string>;
};

/** The router takes a change of hash for a navigation and would drop the answer, errors and all. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}

/** What a form was refused for, above it, each with a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ answer, prefix, labels }: ErrorSummaryProps) {
  const t = useT();
  const say = useErrorText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) box.current?.focus();
  }, [answer]);

  const items = Object.entries(answer.errors).map(([name, keys]) => {
    const text = keys.map(say).join(" ");
    return { name, text: labels[name] ? t("form.error_item", { label: asTopic(labels[name]), text }) : text };
  });
  if (items.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t("form.error_title", { count: items.length })}</h2>
      <ul>
        {items.map(({ name, text }) => (
          <li key={name}>
            {name === "form" ? (
              text
            ) : (
              <a href={`#${fieldId(prefix, name)}`} onClick={goToField}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
