import { Link } from "@remix-run/react";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PlanMethod, PlanParts, type PlanShown } from "./plan-parts.tsx";

/** The plan a payer's link belongs to: what the first payment agrees to, every part with its day, and how to take the saved method back. */
export function PayPlan({ plan, here }: { plan: PlanShown; here: string }) {
  const t = useT();
  const { status, payee, method } = plan;
  return (
    <Card title={t("plan.pay.title")}>
      <div className="stack">
        {status === "offered" && <Agreement payee={payee} currency={plan.currency} />}
        {status === "done" && <Notice tone="ok">{t("plan.pay.done")}</Notice>}
        {status === "stopped" && <Notice tone="shut">{t("plan.pay.stopped")}</Notice>}
        <PlanParts plan={plan} here={here} />
        {status === "active" && (
          <>
            <PlanMethod method={method} />
            {method && (
              <>
                <p className="hint">{t("plan.pay.told", { count: method.noticeDays })}</p>
                <p className="pay-act">
                  <LinkButton to={`${here}/stop`}>{t("plan.pay.stop")}</LinkButton>
                </p>
              </>
            )}
          </>
        )}
      </div>
    </Card>
  );
}

/** What the payer permits by paying the first part: said before it is paid, with the words that a bank debit asks for. */
function Agreement({ payee, currency }: { payee: string; currency: string }) {
  const t = useT();
  return (
    <>
      <p>{t("plan.pay.agree", { payee })}</p>
      <ul>
        <li>{t("plan.pay.agree_card")}</li>
        {currency === "EUR" && <li>{t("plan.pay.agree_sepa", { payee })}</li>}
        {currency === "USD" && <li>{t("plan.pay.agree_ach", { payee })}</li>}
        <li>{t("plan.pay.agree_stop")}</li>
      </ul>
    </>
  );
}

/** On a link for the whole: that it can be paid in parts, as was agreed. */
export function InParts({ path }: { path: string }) {
  const t = useT();
  return (
    <Card title={t("plan.in_parts.title")}>
      <p>{t("plan.in_parts.text")}</p>
      <p>
        <Link to={path}>{t("plan.in_parts.go")}</Link>
      </p>
    </Card>
  );
}
