import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

type AmendmentStatus = "proposed" | "agreed" | "declined" | "withdrawn";

export type Mandate = {
  periodEndsAt: Date | null;
  periodOver: boolean;
  quietSince: Date | null;
  charge: { amount: number; currency: string; rules: { id: string; citation: string }[] } | null;
  shares: Share[];
  amendments: { id: string; number: number; status: AmendmentStatus; answerBy: Date }[];
  mayEnd: boolean;
  mayAmend: boolean;
};
type Share = {
  firm: string;
  milestones: {
    milestone: "demand" | "letter" | "filing" | "title" | "enforcement" | "recovery";
    parts: number;
  }[];
  part: number;
};

const tones: Record<AmendmentStatus, ChipTone> = {
  proposed: "wait",
  agreed: "ok",
  declined: "bad",
  withdrawn: "info",
};

type CardsProps = { caseId: string; mandate: Mandate; zone: string };

/** A mandate in force: how it stands, what was amended, and what could be done about it. */
export function MandateCards({ caseId, mandate, zone }: CardsProps) {
  return (
    <>
      <StandingCard at={`/cases/${caseId}`} mandate={mandate} zone={zone} />
      <AmendmentsCard home={`/cases/${caseId}`} mandate={mandate} />
      <SplitCard shares={mandate.shares} />
    </>
  );
}

type StandingProps = {
  /** The case's page, or the lot's. */
  at: string;
  mandate: Pick<Mandate, "periodEndsAt" | "periodOver" | "quietSince" | "charge" | "mayEnd">;
  zone: string;
};

/** How long a mandate runs and whether its collector keeps it; its creditor can end it. */
export function StandingCard({ at, mandate, zone }: StandingProps) {
  const t = useT();
  const { periodEndsAt, periodOver, quietSince, charge } = mandate;
  return (
    <Card title={t("mandate.standing")}>
      <KeyValue
        pairs={[
          {
            label: t("mandate.period_ends"),
            value: periodEndsAt ? <Instant at={periodEndsAt} zone={zone} /> : t("amendment.no_end"),
            note: periodOver ? t("mandate.period_over") : undefined,
          },
          {
            label: t("mandate.keeping"),
            value: quietSince ? (
              <Phrase of="mandate.keeping.quiet" nodes={{ time: <Instant at={quietSince} zone={zone} /> }} />
            ) : (
              t("mandate.keeping.acting")
            ),
          },
          ...(charge
            ? [
                {
                  label: t("mandate.charge"),
                  value: <Money amount={charge.amount} currency={charge.currency} />,
                  note: [
                    t("mandate.charge_note"),
                    ...charge.rules.map(({ id, citation }) => t("mandate.rule", { rule: id, citation })),
                  ].join(". "),
                },
              ]
            : []),
        ]}
      />
      {mandate.mayEnd && (
        <div className="acts">
          <LinkButton to={`${at}/retender`} tone={quietSince || periodOver ? "primary" : "quiet"}>
            {t("mandate.end")}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

type AmendmentsProps = {
  /** The case's page, or the lot's. */
  home: string;
  mandate: Pick<Mandate, "amendments" | "mayAmend">;
};

/** What was amended of a mandate; either side can propose the next change. */
export function AmendmentsCard({ home, mandate: { amendments, mayAmend } }: AmendmentsProps) {
  const t = useT();
  const at = `${home}/engagement/amendments`;
  const waits = amendments.some(({ status }) => status === "proposed");
  return (
    <Card
      title={t("amendment.title")}
      aside={
        mayAmend &&
        !waits && (
          <LinkButton to={`${at}/new`} small>
            {t("amendment.propose")}
          </LinkButton>
        )
      }
    >
      {amendments.length === 0 ? (
        <p>{t("amendment.none")}</p>
      ) : (
        <KeyValue
          pairs={amendments.map(({ id, number, status }) => ({
            label: t("amendment.number", { number }),
            value: (
              <>
                <Chip tone={tones[status]}>{t(`amendment.status.${status}`)}</Chip>{" "}
                <LinkButton to={`${at}/${id}`} small>
                  {t(status === "proposed" ? "amendment.open" : "amendment.read")}
                </LinkButton>
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}

function SplitCard({ shares }: { shares: Share[] }) {
  const t = useT();
  if (shares.length < 2) return null;
  return (
    <Card title={t("mandate.split")}>
      <p>{t("mandate.split_text")}</p>
      <KeyValue
        pairs={shares.map(({ firm, milestones, part }) => ({
          label: firm,
          value: t("mandate.split_of", { part }),
          note: milestones.map(({ milestone }) => t(`milestone.${milestone}`)).join(", ") || undefined,
        }))}
      />
    </Card>
  );
}
