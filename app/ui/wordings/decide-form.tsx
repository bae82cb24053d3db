import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type DecideFormProps = {
  /** Where it goes, if not to the page's own address. */
  action?: string;
  answer: unknown;
  /** What is decided, by the field that names it. */
  which: { name: string; value: string };
  approve: string;
  refuse: string;
};

/** The two ways to decide what another administrator proposed. */
export function DecideForm({ action, answer, which, approve, refuse }: DecideFormProps) {
  const t = useT();
  return (
    <ActionForm action={action} answer={answer} label={t("wording.decide")}>
      <input type="hidden" {...which} />
      <div className="form-acts">
        <Button tone="primary" name="verdict" value="approved">
          {approve}
        </Button>
      </div>
      <hr />
      <TextArea
        name="note"
        label={t("wording.refuse_reason")}
        hint={t("wording.refuse_hint")}
        optional
        maxLength={2000}
      />
      <Button tone="danger" name="verdict" value="refused">
        {refuse}
      </Button>
    </ActionForm>
  );
}
