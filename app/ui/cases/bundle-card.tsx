import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";

type Offer = { isOthers: boolean; fingerprint: string };

/** The signed bundle of a case's papers and log, or why this reader is not given it. */
export function BundleCard({ caseId, offer }: { caseId: string; offer: Offer }) {
  const t = useT();
  if (offer.isOthers)
    return (
      <Card title={t("bundle.card")}>
        <p>{t("bundle.others_business")}</p>
      </Card>
    );
  return (
    <Card title={t("bundle.card")} className="stack">
      <p>{t("bundle.card_lead")}</p>
      <p>
        <LinkButton to={`/cases/${caseId}/bundle`} reloadDocument>
          {t("bundle.download")}
        </LinkButton>
      </p>
      <details>
        <summary>{t("bundle.check")}</summary>
        <p>{t("bundle.check_text")}</p>
        <p>
          <code>npx rung verify bundle FILE --key {offer.fingerprint}</code>
        </p>
      </details>
    </Card>
  );
}
