import { conductReasons } from "#app/domain/debtors/conduct.ts";
import { acceptedFiles } from "#app/domain/media-types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { Advice, type AdviceGiven, BackToClaim } from "./door-parts.tsx";
import { useDoorT } from "./door-words.tsx";

const reasons = {
  dispute: ["paid", "amount", "quality", "no_contract", "too_old", "other"],
  not_me: ["other_person", "name_misused", "company_left"],
  report: conductReasons,
  help: ["illness", "income", "debts", "time", "other"],
} as const;
export type AskedWhy = keyof typeof reasons;

type SayPageProps = { kind: AskedWhy; formKey: string; answer: unknown; advice: AdviceGiven };

/** One question, room for words, a paper where one may help, and one button that says what it does. */
export function SayPage({ kind, formKey, answer, advice }: SayPageProps) {
  const t = useDoorT();
  const choices = reasons[kind].map((value) => ({
    value,
    label: t(`${kind}.reason.${value}` as Parameters<typeof t>[0]),
  }));
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t(`${kind}.title`)}</h1>
      <p>{t(`${kind}.lead`)}</p>
      <Card>
        <ActionForm answer={answer} multipart={kind !== "help"} id="say">
          <input type="hidden" name="key" value={formKey} />
          <RadioCards name="reason" label={t(`${kind}.reason`)} choices={choices} />
          <TextArea
            name="words"
            label={t("say.words")}
            hint={t(kind === "report" ? "report.words_hint" : "say.words_hint")}
            rows={4}
            optional
          />
          {kind !== "help" && (
            <FileField
              name="proof"
              label={t("say.proof")}
              hint={t("say.proof_hint")}
              accept={acceptedFiles}
              optional
            />
          )}
          <p className="hint">{t("say.no_harm")}</p>
          <Button tone="primary" wide>
            {t(`${kind}.submit`)}
          </Button>
        </ActionForm>
      </Card>
      <Advice advice={advice} />
    </div>
  );
}
