import { Link } from "@remix-run/react";
import { formatMoney } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PlanMethod, PlanParts, type PlanShown } from "./plan-parts.tsx";

export type CasePlan = { plan: PlanShown | null; mayOfferPlan: boolean; mayStopPlan: boolean };

/** The plan on a case's money page: what was agreed, how each part stands, and what can be done. */
export function PlanCard({ caseId, view }: { caseId: string; view: CasePlan }) {
  const t = useT();
  const locale = useLocale();
  const { plan, mayOfferPlan, mayStopPlan } = view;
  if (!plan && !mayOfferPlan) return null;
  const at = `/cases/${caseId}/money/plan`;
  const said = plan && {
    total: formatMoney(plan.total, plan.currency, locale),
    paid: formatMoney(plan.paid, plan.currency, locale),
    payee: plan.payee,
  };
  return (
    <Card title={t("plan.title")}>
      {!plan && <p>{t("plan.none")}</p>}
      {plan && said && (
        <div className="stack">
          <p>{t("plan.sum", said)}</p>
          {plan.status === "offered" && plan.firstPath && (
            <Notice tone="wait" title={t("plan.offered.title")}>
              <p>{t("plan.offered.text")}</p>
              <p>
                <Link to={plan.firstPath}>{t("asked.open")}</Link>{" "}
                <CopyableId value={plan.firstUrl ?? plan.firstPath} short={plan.firstPath.slice(0, 12)} />
              </p>
            </Notice>
          )}
          {plan.endedFor && (
            <Notice tone={plan.status === "done" ? "ok" : "shut"}>{t(`plan.ended.${plan.endedFor}`)}</Notice>
          )}
          <PlanParts plan={plan} />
          {plan.status === "active" && <PlanMethod method={plan.method} />}
        </div>
      )}
      <p className="money-actions">
        {mayOfferPlan && <LinkButton to={at}>{t("plan.offer")}</LinkButton>}
        {mayStopPlan && <LinkButton to={`${at}/stop`}>{t("plan.stop")}</LinkButton>}
      </p>
    </Card>
  );
}
