import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { templateName } from "./template-names.ts";
import type { TemplatePageProps } from "./template-page.tsx";

type WordingPageProps = {
  template: Pick<TemplatePageProps, "id" | "version" | "subject" | "passages">;
  answer: unknown;
};

/** Other words for a template, passage by passage, from those it has. */
export function WordingPage({ template: { id, version, subject, passages }, answer }: WordingPageProps) {
  const t = useT();
  return (
    <FormPage
      title={t("wording.propose")}
      lead={t("wording.propose_lead")}
      back={{ to: `/admin/templates/${encodeURIComponent(id)}`, label: templateName(t, id) }}
    >
      <ActionForm answer={answer} label={t("wording.propose")}>
        <input type="hidden" name="base" value={version} />
        {subject && (
          <TextField name="subject" label={t("wording.subject")} defaultValue={subject} maxLength={200} />
        )}
        {passages.map(({ text, carries }, at) => (
          <TextArea
            key={at}
            name={`passage.${at}`}
            label={t("wording.passage", { number: at + 1 })}
            defaultValue={text}
            optional={carries.length === 0}
            rows={rowsFor(text)}
            maxLength={5000}
          />
        ))}
        <TextArea
          name="reason"
          label={t("wording.reason")}
          hint={t("wording.reason_hint")}
          maxLength={2000}
        />
        <Button tone="primary">{t("wording.propose_submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}

/** As many rows as its lines take on a desk, within reason. */
function rowsFor(text: string): number {
  const rows = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0);
  return Math.min(12, Math.max(2, rows));
}
