import { LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { LotHeading } from "./lot-header.tsx";

type LotLapseProps = { heading: Pick<LotHeading, "caseId" | "code">; firm: string | null };

/** That the lot's collector lost its licence, and where that is settled. */
export function LotLapse({ heading: { caseId, code }, firm }: LotLapseProps) {
  const t = useT();
  if (firm === null) return null;
  return (
    <Notice
      tone="shut"
      title={t("lapse.title", { firm, case: code })}
      action={
        <LinkButton to={`/lots/${caseId}/lapse`} tone="primary">
          {t("case.lapse_open")}
        </LinkButton>
      }
    />
  );
}
