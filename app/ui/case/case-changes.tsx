import { caseMoves } from "#app/domain/cases/moves.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import type { CaseHeading } from "./case-header.tsx";

/** The creditor's way back, while there is one; both pages name what they undo. */
export function CaseChanges({ heading: { caseId, status } }: { heading: CaseHeading }) {
  const t = useT();
  const { edit, withdraw } = caseMoves[status];
  if (!edit && !withdraw) return null;
  return (
    <div className="case-changes">
      {edit && (
        <LinkButton to={`/cases/${caseId}/edit`} small tone="quiet">
          {t("case.act.edit")}
        </LinkButton>
      )}
      {withdraw && (
        <LinkButton to={`/cases/${caseId}/withdraw`} small tone="quiet">
          {t("case.act.withdraw")}
        </LinkButton>
      )}
    </div>
  );
}
