import type { CaseStatus } from "#app/domain/cases/moves.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import type { CaseHeading } from "./case-header.tsx";

/** States in which nobody has begun to work on the case. */
const changeable: ReadonlySet<CaseStatus> = new Set(["submitted", "approved", "tendering", "deciding"]);

/** The creditor's way back before a collector is chosen; both pages name what it undoes. */
export function CaseChanges({ heading: { caseId, status } }: { heading: CaseHeading }) {
  const t = useT();
  if (!changeable.has(status)) return null;
  return (
    <div className="case-changes">
      <LinkButton to={`/cases/${caseId}/edit`} small tone="quiet">
        {t("case.act.edit")}
      </LinkButton>
      <LinkButton to={`/cases/${caseId}/withdraw`} small tone="quiet">
        {t("case.act.withdraw")}
      </LinkButton>
    </div>
  );
}
