import type { ConductVerdict } from "#app/domain/debtors/conduct.ts";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

export type FoundConduct = {
  id: string;
  firm: string;
  verdict: ConductVerdict;
  /** Null once the debtor was erased. */
  reasons: string | null;
};

/** What an administrator found on the debtor's reports of conduct, with the reasons. */
export function ConductFound({ found }: { found: FoundConduct[] }) {
  const t = useT();
  if (found.length === 0) return null;
  return (
    <Card title={t("conduct.found")}>
      <div className="stack">
        {found.map(({ id, firm, verdict, reasons }) => (
          <Notice
            key={id}
            tone={verdict === "upheld" ? "shut" : "ok"}
            title={t("conduct.found_on", { firm, verdict: t(`conduct.verdict.${verdict}`) })}
          >
            <p className="own-words">{reasons ?? t("debtor.erased")}</p>
          </Notice>
        ))}
      </div>
    </Card>
  );
}
