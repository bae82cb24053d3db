import type { Decision } from "#app/domain/law/types.ts";
import type { Forum } from "#app/domain/market/forum.ts";
import type { Match } from "#app/domain/market/match.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { BidState } from "#app/domain/tenders/round.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { formatMoney } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { SealedChip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { NextStep, Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { wordFor } from "./fee-words.ts";
import { MaskedFacts } from "./masked-facts.tsx";
import { OwnBid } from "./own-bid.tsx";
import { WhySeen } from "./why-seen.tsx";

type RoundPageView = {
  brief: Brief;
  place: { name: string; zone: string; today: string };
  round: {
    number: number;
    scope: string;
    feeModels: string[];
    closesAt: Date;
    open: boolean;
    extended: boolean;
  };
  declined: DeclineReason | null;
  decision: Decision;
  match: Match | null;
  km: number | null;
  forum: Forum | null;
  conflict: boolean;
  own: { terms: BidTerms; state: BidState; placedAt: Date; revisedAt: Date | null } | null;
};

/** A round as a bidder sees it: the masked case, the time left, its own bid and what it can do. */
export function RoundPage({ view }: { view: RoundPageView }) {
  const t = useT();
  const locale = useLocale();
  const { brief, place, round, own } = view;
  const kind = wordFor(t, "cases.kind", brief.claimKind);
  return (
    <>
      <PageHeader
        back={{ to: "/rounds", label: t("rounds.title") }}
        title={t("brief.title", { kind, amount: formatMoney(brief.principal, brief.currency, locale) })}
        facts={[
          <CopyableId key="code" value={brief.code} />,
          place.name,
          t("round.title", { number: round.number, case: brief.code }),
          round.extended && t("round.extended"),
        ]}
        status={<SealedChip opensAt={round.closesAt} zone={place.zone} opened={!round.open} />}
      />
      <BidAct view={view} />
      <RoundLinks view={view} />
      <div className="columns even">
        <MaskedFacts brief={brief} place={place} scope={round.scope} feeModels={round.feeModels} />
        <WhySeen view={view} />
        {own && <OwnBid bid={own} currency={brief.currency} zone={place.zone} />}
      </div>
    </>
  );
}

/** What else can be done about a round than bid on it. */
function RoundLinks({ view: { brief, round, declined, own } }: { view: RoundPageView }) {
  const t = useT();
  const at = `/rounds/${brief.caseId}`;
  const mayDecline = round.open && !declined && own?.state !== "sealed";
  return (
    <>
      {declined && round.open && (
        <Notice
          tone="shut"
          title={t("round.declined_title")}
          action={
            <ActionForm action={`${at}/decline/take-back`}>
              <Button small>{t("round.take_back")}</Button>
            </ActionForm>
          }
        >
          {t("round.declined_text", { reason: t(`decline.reason.${declined}`) })}
        </Notice>
      )}
      <div className="acts round-links">
        <LinkButton to={`${at}/questions`} small>
          {t("round.questions")}
        </LinkButton>
        {mayDecline && (
          <LinkButton to={`${at}/decline`} tone="quiet" small>
            {t("round.decline")}
          </LinkButton>
        )}
      </div>
    </>
  );
}

function BidAct({ view: { brief, place, round, decision, conflict, own } }: { view: RoundPageView }) {
  const t = useT();
  const time = <Instant at={round.closesAt} zone={place.zone} />;
  if (own?.state === "won") {
    return (
      <NextStep
        title={t("bid_state.won")}
        action={
          <LinkButton to={`/cases/${brief.caseId}/engagement`} tone="primary">
            {t("case.act.sign")}
          </LinkButton>
        }
      >
        <p>{t("bid_state.won_text")}</p>
      </NextStep>
    );
  }
  if (!round.open) return <NextStep title={<Phrase of="round.closed" nodes={{ time }} />} />;
  if (conflict && !own) {
    return (
      <Notice tone="shut" title={t("round.conflict_title")}>
        <p>{t("round.conflict_text")}</p>
      </Notice>
    );
  }
  if (!decision.allowed) {
    return (
      <Notice tone="shut" title={t("round.not_open_title")}>
        <Findings findings={decision.findings} zone={place.zone} />
      </Notice>
    );
  }
  const standing = own?.state === "sealed";
  return (
    <NextStep
      title={<Phrase of="round.closes" nodes={{ time }} />}
      action={
        <div className="acts">
          <LinkButton to={`/rounds/${brief.caseId}/bid`} tone="primary">
            {t(standing ? "round.revise_bid" : "round.place_bid")}
          </LinkButton>
          {standing && (
            <LinkButton to={`/rounds/${brief.caseId}/withdraw`} tone="quiet">
              {t("round.withdraw_bid")}
            </LinkButton>
          )}
        </div>
      }
    >
      <p>{t("round.sealed_note")}</p>
    </NextStep>
  );
}
