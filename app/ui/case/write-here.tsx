import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { templateName } from "#app/ui/wordings/template-names.ts";

export type WritableStep = { id: string; channel: ContactChannel };

/** The letters that the product writes for a step: whoever sends one of them has nothing to record. */
export function WriteHere({ caseId, templates }: { caseId: string; templates: WritableStep[] }) {
  const t = useT();
  if (templates.length === 0) return null;
  return (
    <Notice title={t("step.write_here")}>
      <p>{t("step.write_here_text")}</p>
      <div className="form-acts">
        {templates.map(({ id, channel }) => (
          <LinkButton key={id} small to={`/cases/${caseId}/contact/write?template=${encodeURIComponent(id)}`}>
            {t("step.write_by", { template: templateName(t, id), channel: t(`contact.by.${channel}`) })}
          </LinkButton>
        ))}
      </div>
    </Notice>
  );
}
