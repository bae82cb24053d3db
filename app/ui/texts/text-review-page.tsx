import type { Lint } from "#app/domain/law/linter/lint.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { MarkedText } from "./marked-text.tsx";

type Review = {
  code: string;
  stepType: StepType;
  words: string;
  marks: Lint;
  verdict: "passed" | "refused" | null;
  reason: string | null;
};

/** The words with their marks, and the one decision they wait for. */
export function TextReviewPage({ review, answer }: { review: Review; answer: unknown }) {
  const t = useT();
  const { code, stepType, words, marks, verdict, reason } = review;
  return (
    <div className="form stack">
      <PageHeader
        title={t("texts.review_title", { code })}
        facts={[t(`law.action.${stepType}`)]}
        back={{ to: "/admin/texts", label: t("nav.review_texts") }}
      />
      <MarkedText words={words} marks={marks} />
      {verdict ? (
        <Notice tone={verdict === "passed" ? "ok" : "shut"}>
          {t(`texts.review.${verdict}`, { reason: reason ?? "" })}
        </Notice>
      ) : (
        <Card title={t("texts.verdict")}>
          <ActionForm answer={answer}>
            <RadioCards
              name="verdict"
              label={t("texts.verdict_label")}
              choices={[
                { value: "passed", label: t("texts.verdict.passed") },
                { value: "refused", label: t("texts.verdict.refused") },
              ]}
            />
            <TextArea
              name="reason"
              label={t("review.reason")}
              hint={t("texts.reason_hint")}
              optional
              maxLength={2_000}
            />
            <Button tone="primary">{t("texts.decide")}</Button>
          </ActionForm>
        </Card>
      )}
    </div>
  );
}
