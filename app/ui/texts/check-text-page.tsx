import type { Lint } from "#app/domain/law/linter/lint.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { MAX_WORDS } from "#app/domain/timeline/step-forms.ts";
import { textSteps } from "#app/domain/timeline/text-forms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { MarkedText } from "./marked-text.tsx";

export type CheckedText = {
  type: string;
  words: string;
  marks: Lint;
  findings: Finding[];
  review: { verdict: "passed" | "refused" | null; reason: string | null } | null;
};

type CheckTextProps = {
  heading: CaseHeading;
  zone: string;
  type: string | null;
  answer: unknown;
  checked: CheckedText | null;
};

/** Words are read before they go out: what is marked, what the law says of it, and how it can pass. */
export function CheckTextPage({ heading, zone, type, answer, checked }: CheckTextProps) {
  const t = useT();
  return (
    <div className="form stack">
      <CaseHeader heading={heading} tabs={[]} />
      <p className="lead">{t("texts.lead")}</p>
      {checked && <Verdict checked={checked} zone={zone} />}
      {checked && mayAsk(checked) && <AskForm heading={heading} checked={checked} />}
      <Card title={t("texts.title")}>
        <ActionForm answer={answer} values={{ type }}>
          <Select
            name="type"
            label={t("texts.step")}
            choices={textSteps.map((value) => ({ value, label: t(`law.action.${value}`) }))}
          />
          <TextArea
            name="words"
            label={t("texts.words")}
            hint={t("texts.words_hint")}
            rows={10}
            maxLength={MAX_WORDS}
          />
          <Button tone="primary">{t("texts.check")}</Button>
        </ActionForm>
      </Card>
    </div>
  );
}

const mayAsk = ({ marks, review }: CheckedText) =>
  marks.severe.length === 0 && marks.doubtful.length > 0 && !review;

/** A form of its own, with the very words that were checked. */
function AskForm({ heading, checked }: { heading: CaseHeading; checked: CheckedText }) {
  const t = useT();
  return (
    <ActionForm action={`/cases/${heading.caseId}/words/ask`} label={t("texts.ask")}>
      <input type="hidden" name="type" value={checked.type} />
      <input type="hidden" name="words" value={checked.words} />
      <p>{t("texts.ask_lead")}</p>
      <Button tone="primary">{t("texts.ask")}</Button>
    </ActionForm>
  );
}

function Verdict({ checked, zone }: { checked: CheckedText; zone: string }) {
  const t = useT();
  const { words, marks, findings, review } = checked;
  const stands = findings.every(({ effect }) => effect === "warn");
  return (
    <>
      <Notice tone={stands ? "ok" : "shut"} title={t(stands ? "texts.fit" : "texts.unfit")}>
        {findings.length > 0 && <Findings findings={findings} zone={zone} />}
        {review && <p>{t(`texts.review.${review.verdict ?? "waiting"}`, { reason: review.reason ?? "" })}</p>}
      </Notice>
      <MarkedText words={words} marks={marks} />
    </>
  );
}
