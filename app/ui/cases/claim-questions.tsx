import { useEffect, useState } from "react";
import { yesNoUnknown } from "#app/domain/cases/answers.ts";
import { type ClaimQuestion, claimQuestions, type Debtor, meets } from "#app/domain/cases/claim-questions.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type QuestionsProps = { formId: string; values: Typed; debtor: Debtor; today: string };

/**
 * What the law of the debtor's place asks of some claims and of others not. Where the browser runs scripts a question comes once it is
 * known to be met; without them it is there as long as it may be, and the answer to one that is not met is left out.
 */
export function ClaimQuestions({ formId, values, debtor, today }: QuestionsProps) {
  const t = useT();
  const heading = `cases.claim.asked.${debtor.country}`;
  const typed = useTypedSoFar(formId, values);
  const told = claimQuestions.map((question) => ({ question, met: meets(question, typed, debtor) }));
  const asked = told.filter(({ met }) => met === true);
  const maybe = told.filter(({ met }) => met === null);
  const inputs = (some: typeof told) =>
    some.map(({ question }) => <QuestionInput key={question} question={question} today={today} />);
  if (!t.has(heading) || asked.length + maybe.length === 0) return null;
  return (
    <fieldset className="field asked-here" aria-live="polite">
      <legend className={asked.length === 0 ? "visually-hidden" : undefined}>{t(heading)}</legend>
      {inputs(asked)}
      {maybe.length > 0 && <noscript>{inputs(maybe)}</noscript>}
    </fieldset>
  );
}

function QuestionInput({ question, today }: { question: ClaimQuestion; today: string }) {
  const t = useT();
  const words = {
    name: question,
    label: t(`cases.claim.${question}`),
    hint: t(`cases.claim.${question}_hint`),
  };
  switch (question) {
    case "defaultNoticeOn":
    case "defaultNoticeExpiredOn":
    case "invoiceReceivedOn":
      return <DateField {...words} max={today} optional />;
    case "apr":
      return <TextField {...words} inputMode="decimal" suffix="%" width="short" optional />;
    default:
      return (
        <RadioCards
          {...words}
          choices={yesNoUnknown.map((value) => ({ value, label: t(`cases.answer.${value}`) }))}
          inline
        />
      );
  }
}

/** What a form holds while it is filled in; what it was given, until scripts run. */
function useTypedSoFar(formId: string, values: Typed): Typed {
  const [typed, setTyped] = useState(values);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const read = () => {
      const texts = [...new FormData(form)].filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      );
      setTyped(Object.fromEntries(texts));
    };
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [formId]);
  return typed;
}
