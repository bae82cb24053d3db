import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { Advice, type AdviceGiven, BackToClaim } from "./door-parts.tsx";
import { useDoorT } from "./door-words.tsx";

type ContactPageProps = { formKey: string; advice: AdviceGiven; answer?: unknown };

/** Three ways to be left alone, each at once and without a reason. */
export function DoorContactPage({ formKey, advice, answer }: ContactPageProps) {
  const t = useDoorT();
  const key = <input type="hidden" name="key" value={formKey} />;
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t("reach.title")}</h1>
      <p>{t("reach.lead")}</p>
      <Card title={t("reach.email")}>
        <ActionForm action="/door/stop-email" id="stop-email">
          {key}
          <Button wide>{t("reach.email_submit")}</Button>
        </ActionForm>
      </Card>
      <Card title={t("reach.all")}>
        <p>{t("reach.all_text")}</p>
        <ActionForm action="/door/stop-all" id="stop-all">
          {key}
          <Button wide>{t("reach.all_submit")}</Button>
        </ActionForm>
      </Card>
      <Card title={t("reach.represented")}>
        <p>{t("reach.represented_text")}</p>
        <ActionForm answer={answer} id="represented">
          {key}
          <TextArea name="words" label={t("reach.represented_words")} rows={3} />
          <Button wide>{t("reach.represented_submit")}</Button>
        </ActionForm>
      </Card>
      <Advice advice={advice} />
    </div>
  );
}
