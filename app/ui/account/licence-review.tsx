import type { ComponentProps } from "react";
import type { LicenceMove, LicenceState } from "#app/domain/accounts/licence-moves.ts";
import type { NumberDoubt } from "#app/domain/accounts/licences.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type AuditLine, AuditList } from "./audit-list.tsx";
import { LicenceChip } from "./licence-chip.tsx";
import { LicenceFacts } from "./licence-facts.tsx";
import { ProofLink } from "./proof-link.tsx";

type LicenceReviewProps = {
  licence: ComponentProps<typeof LicenceFacts>["licence"] & {
    id: string;
    state: LicenceState;
    doubt: NumberDoubt | null;
    reason: string | null;
    lookUpReference: string | null;
    stale: boolean;
  };
  orgName: string;
  orgKind: "creditor" | "lawyer" | "law_firm" | "agency" | "platform";
  proof: ComponentProps<typeof ProofLink>["proof"];
  moves: Partial<Record<LicenceMove, string>>;
  history: AuditLine[];
  place: string;
  today: string;
  /** Other organisations that filed the same number for the same territory. */
  others: string[];
  /** The print of the last look-up. */
  print: ComponentProps<typeof ProofLink>["proof"];
};

/** A licence as the reviewer sees it: the claim, the proof, the doubts, and what may be decided. */
export function LicenceReview(props: LicenceReviewProps) {
  const { licence, orgName, orgKind, proof, moves, history, place, today, others, print } = props;
  const t = useT();
  const back = { to: "/admin/licences", label: t("nav.review_licences") };
  const decisions = (["verify", "return", "refuse", "suspend"] as const).filter((move) => moves[move]);
  return (
    <div className="stack form">
      <PageHeader
        title={orgName}
        facts={[t(orgKind === "platform" ? "role.admin" : `role.${orgKind}`), place]}
        status={<LicenceChip state={licence.state} />}
        back={back}
      />
      {licence.doubt && (
        <Notice tone="wait" title={t("licences.doubt")}>
          <p>{t(licence.doubt)}</p>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice tone="bad" title={t("licence.same_number")}>
          <p>{t("licence.same_number_text", { others: others.join(", ") })}</p>
        </Notice>
      )}
      {licence.stale && (
        <Notice tone="shut">
          <p>{t("licence.stale")}</p>
        </Notice>
      )}
      <Card title={t("licence.on_file")}>
        <LicenceFacts
          licence={licence}
          territory={place}
          zone="UTC"
          today={today}
          proof={<ProofLink proof={proof} />}
        />
        {(licence.lookUpReference || print) && (
          <KeyValue
            pairs={[
              ...(licence.lookUpReference
                ? [{ label: t("licence.look_up_reference"), value: licence.lookUpReference }]
                : []),
              ...(print ? [{ label: t("licence.look_up_print"), value: <ProofLink proof={print} /> }] : []),
            ]}
          />
        )}
        {licence.reason && <p>{t("licence.reviewer_wrote", { reason: licence.reason })}</p>}
      </Card>
      {decisions.length > 0 && (
        <Card title={t("review.decide")}>
          <p>{t("review.decide_text")}</p>
          <div className="form-acts">
            {decisions.map((move) => (
              <LinkButton
                key={move}
                to={`/admin/licences/${licence.id}/${move}`}
                tone={move === "verify" ? "primary" : "secondary"}
              >
                {t(`review.${move}`)}
              </LinkButton>
            ))}
          </div>
        </Card>
      )}
      <Card title={t("review.history")}>
        <AuditList lines={history} />
      </Card>
    </div>
  );
}
