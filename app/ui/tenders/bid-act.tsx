import type { Decision } from "#app/domain/law/types.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import type { BidState } from "#app/domain/tenders/round.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { NextStep, Notice } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

type Standing = {
  round: { closesAt: Date; open: boolean };
  declined: DeclineReason | null;
  decision: Decision;
  conflict: boolean;
  own: { state: BidState } | null;
};

/** What a bidder can do about a round now: bid, revise, sign, or learn why not. `at`: the round's own address. */
export function BidAct({
  view: { round, decision, conflict, own },
  zone,
  at,
  withdrawAt,
  signAt,
}: {
  view: Standing;
  zone: string;
  at: string;
  withdrawAt: string;
  signAt: string;
}) {
  const t = useT();
  const time = <Instant at={round.closesAt} zone={zone} />;
  if (own?.state === "won") {
    return (
      <NextStep
        title={t("bid_state.won")}
        action={
          <LinkButton to={signAt} tone="primary">
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
        <Findings findings={decision.findings} zone={zone} />
      </Notice>
    );
  }
  const standing = own?.state === "sealed";
  return (
    <NextStep
      title={<Phrase of="round.closes" nodes={{ time }} />}
      action={
        <div className="acts">
          <LinkButton to={`${at}/bid`} tone="primary">
            {t(standing ? "round.revise_bid" : "round.place_bid")}
          </LinkButton>
          {standing && (
            <LinkButton to={withdrawAt} tone="quiet">
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

/** What else can be done about a round than bid on it. */
export function RoundLinks({ view: { round, declined, own }, at }: { view: Standing; at: string }) {
  const t = useT();
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
