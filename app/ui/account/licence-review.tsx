import type { ComponentProps } from "react";
import type { LicenceMove, LicenceState } from "#app/domain/accounts/licence-moves.ts";
import type { NumberDoubt } from "#app/domain/accounts/licences.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
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
  };
  orgName: string;
  orgKind: "creditor" | "lawyer" | "law_firm" | "agency" | "platform";
  proof: ComponentProps<typeof ProofLink>["proof"];
  moves: Partial<Record<LicenceMove, string>>;
  history: AuditLine[];
  place: string;
  today: string;
};

/** A licence as the reviewer sees it: the claim, the proof, the doubts, and what may be decided. */
export function LicenceReview(props: LicenceReviewProps) {
  const { licence, orgName, orgKind, proof, moves, history, place, today } = props;
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
      <Card title={t("licence.on_file")}>
        <LicenceFacts
          licence={licence}
          territory={place}
          zone="UTC"
          today={today}
          proof={<ProofLink proof={proof} />}
        />
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
