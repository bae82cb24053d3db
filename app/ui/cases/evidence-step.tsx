import type { EvidenceNeed } from "#app/domain/cases/evidence.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { EvidenceForm } from "./evidence-form.tsx";
import { EvidenceChecklist, EvidenceList, type EvidenceShown } from "./evidence-list.tsx";

type EvidenceStepProps = { caseId: string; items: EvidenceShown[]; needs: EvidenceNeed[]; answer: unknown };

export function EvidenceStep({ caseId, items, needs, answer }: EvidenceStepProps) {
  const t = useT();
  const at = `/cases/drafts/${caseId}`;
  return (
    <div className="stack">
      <p className="lead">{t("cases.evidence.lead")}</p>
      <Card title={t("cases.evidence.checklist")}>
        <EvidenceChecklist needs={needs} />
      </Card>
      <Card title={t("cases.evidence.items")}>
        <EvidenceList items={items} removeTo={(id) => `${at}/evidence/${id}/remove`} />
      </Card>
      <Card title={t("cases.evidence.add_title")}>
        <EvidenceForm key={items.length} answer={answer} />
      </Card>
      <div className="form-acts">
        <LinkButton to={`${at}/history`} tone="primary" wide>
          {t("form.continue")}
        </LinkButton>
        <LinkButton to="/cases" wide>
          {t("cases.draft.leave_kept")}
        </LinkButton>
      </div>
    </div>
  );
}
