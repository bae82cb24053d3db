import type { ComponentProps } from "react";
import type { LicenceState } from "#app/domain/accounts/licence-moves.ts";
import type { LicenceKind, NumberDoubt } from "#app/domain/accounts/licences.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { LicenceChip } from "./licence-chip.tsx";
import { LicenceFacts } from "./licence-facts.tsx";
import { licenceFields, type TerritoryChoices } from "./licence-fields.tsx";
import { ProofLink } from "./proof-link.tsx";

type Licence = ComponentProps<typeof LicenceFacts>["licence"] & {
  territory: string;
  state: LicenceState;
  doubt: NumberDoubt | null;
  reason: string | null;
  mayResubmit: boolean;
  stale: boolean;
  proof: ComponentProps<typeof ProofLink>["proof"];
};

type LicencePageProps = {
  licence: Licence;
  place: string;
  today: string;
  zone: string;
  kinds: readonly LicenceKind[];
  territories: TerritoryChoices;
  answer: unknown;
};

const stateTone = {
  submitted: "info",
  returned: "wait",
  verified: "ok",
  refused: "bad",
  suspended: "bad",
  expired: "wait",
} as const;

/** One licence: what it counts as and why, what it says, and the form when it is the holder's turn. */
export function LicencePage({ licence, place, today, zone, kinds, territories, answer }: LicencePageProps) {
  const t = useT();
  const { state, reason, doubt, proof, mayResubmit } = licence;
  const back = { to: "/licences", label: t("nav.licences") };
  return (
    <div className="stack form">
      <PageHeader title={place} facts={[licence.number]} status={<LicenceChip state={state} />} back={back} />
      <Notice tone={stateTone[state]} title={t(`licence.next.${state}`)}>
        {reason && <p>{t("licence.reviewer_wrote", { reason })}</p>}
        <p>{t(`licence.next.${state}_text`)}</p>
      </Notice>
      {licence.stale && (
        <Notice tone="shut">
          <p>{t("licence.stale")}</p>
        </Notice>
      )}
      {doubt && (
        <Notice tone="wait" title={t("licences.doubt")}>
          <p>{t(doubt)}</p>
        </Notice>
      )}
      {mayResubmit && (
        <Card title={t(state === "expired" ? "licence.renew" : "licence.correct")}>
          <ActionForm
            answer={answer}
            multipart
            values={{
              kind: licence.kind,
              territory: licence.territory,
              holderName: licence.holderName,
              number: licence.number,
              issuer: licence.issuer,
              validFrom: licence.validFrom,
              validTo: licence.validTo,
            }}
          >
            {licenceFields(t, { kinds, territories, hasProof: proof !== null })}
            <Button tone="primary">{t("licence.resubmit")}</Button>
          </ActionForm>
        </Card>
      )}
      <Card title={t("licence.on_file")}>
        <LicenceFacts
          licence={licence}
          territory={place}
          zone={zone}
          today={today}
          proof={<ProofLink proof={proof} />}
        />
      </Card>
    </div>
  );
}
