import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { SealedChip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { NextStep } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

/** The round of a case or a lot as its creditor may see it before it closes. */
export type SealedRound = {
  closesAt: Date;
  open: boolean;
  /** How many lie sealed; null once they were opened. */
  sealed: number | null;
  extended: boolean;
};

/** How many bids lie sealed, and when they open. */
export function SealedBids({ round, zone }: { round: SealedRound; zone: string }) {
  const t = useT();
  const time = <Instant at={round.closesAt} zone={zone} />;
  const sealed = round.sealed ?? 0;
  return (
    <Card title={t("compare.sealed_title")} aside={<SealedChip opensAt={round.closesAt} zone={zone} />}>
      <p className="tile-figure">
        {sealed > 0 ? t("compare.sealed_count", { count: sealed }) : t("compare.sealed_none")}
      </p>
      <p className="prose">
        {round.extended && `${t("round.extended")} `}
        {round.open ? <Phrase of="compare.sealed_text" nodes={{ time }} /> : t("compare.opening")}
      </p>
    </Card>
  );
}

export type AwardMade = {
  status: "active" | "engaged" | "lapsed" | "ended";
  signBy: Date;
  firmName: string;
};
/** `to`: the page of the mandate. */
type AwardedProps = { award: AwardMade; to: string; zone: string };

/** Who was chosen, and until when both sides sign. */
export function Awarded({ award, to, zone }: AwardedProps) {
  const t = useT();
  const time = <Instant at={award.signBy} zone={zone} />;
  return (
    <NextStep
      title={t("compare.awarded_title", { firm: award.firmName })}
      action={
        <LinkButton to={to} tone="primary">
          {t("compare.to_engagement")}
        </LinkButton>
      }
    >
      <p>
        {award.status === "engaged" ? (
          t("compare.engaged_text")
        ) : (
          <Phrase of="compare.awarded_text" nodes={{ time }} />
        )}
      </p>
    </NextStep>
  );
}

export type QuestionCount = { asked: number; waiting: number };

/** Questions that bidders put, the unanswered first in mind. */
export function Questions({ questions, to }: { questions: QuestionCount | null; to: string }) {
  const t = useT();
  if (!questions || questions.asked === 0) return null;
  const { asked, waiting } = questions;
  return (
    <NextStep
      title={waiting > 0 ? t("qa.to_answer", { count: waiting }) : t("qa.asked_count", { count: asked })}
      action={
        <LinkButton to={to} tone={waiting > 0 ? "primary" : "secondary"}>
          {t("round.questions")}
        </LinkButton>
      }
    />
  );
}
