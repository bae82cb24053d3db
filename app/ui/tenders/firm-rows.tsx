import type { InsuranceCover } from "#app/domain/accounts/insurance.ts";
import { bestOf, type ComparedBid } from "#app/domain/tenders/compare.ts";
import { Chip } from "#app/ui/chip.tsx";
import type { Question } from "#app/ui/comparison-table.tsx";
import { DateText, Day, Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { wordFor } from "./fee-words.ts";

type T = ReturnType<typeof useT>;
/** A bid on a case or on a lot, as far as its firm is concerned. */
type FirmBid = Pick<ComparedBid, "firm" | "licence" | "cover" | "taken" | "kilometres"> & {
  terms: Pick<ComparedBid["terms"], "expectedMonths" | "firstActDays" | "plan">;
};
type FirmRows = { bids: FirmBid[]; zone: string };

/** Who offers: how soon, by what right, how insured, from where, and with what plan. */
export function useFirmRows({ bids, zone }: FirmRows): Question[] {
  const t = useT();
  return [
    timeRow(bids, t),
    {
      key: "licence",
      label: t("compare.licence"),
      cells: bids.map(({ licence }) => ({
        value: `${wordFor(t, "licence.kind", licence.kind)} ${licence.number}`,
        note: <LicenceBadge licence={licence} zone={zone} />,
      })),
    },
    {
      key: "cover",
      label: t("insurance.title"),
      hint: t("compare.cover_hint"),
      cells: bids.map(({ cover }) => coverCell(cover, t)),
    },
    distanceRow(bids, t),
    {
      key: "plan",
      label: t("compare.plan"),
      cells: bids.map(({ terms }) => ({ value: <span className="written">{terms.plan}</span> })),
    },
    {
      key: "conflict",
      label: t("compare.conflict"),
      cells: bids.map(() => ({ value: t("compare.conflict_none") })),
    },
  ];
}

/** The bid's own promise, which ranks, and beside it how long the firm's closed cases took, which does not. */
function timeRow(bids: FirmBid[], t: T): Question {
  const best = bestOf(
    bids.map(({ terms }) => terms.expectedMonths),
    "less",
  );
  return {
    key: "time",
    label: t("compare.time"),
    cells: bids.map(({ terms, taken }, at) => ({
      value: t("round.own.months_count", { count: terms.expectedMonths }),
      note: (
        <>
          {t("compare.time_note", { count: terms.firstActDays })};{" "}
          {taken
            ? t("compare.time_taken", {
                count: taken.cases,
                months: monthsWords(taken, t),
              })
            : t("compare.time_taken_none")}
        </>
      ),
      best: best[at],
    })),
  };
}

const monthsWords = ({ least, most }: { least: number; most: number }, t: T): string =>
  least === most ? t("round.own.months_count", { count: most }) : t("compare.months_range", { least, most });

/** A sum is shown only while a policy may cover something; one that was refused or is over covers nothing. */
function coverCell(cover: InsuranceCover | null, t: T): Question["cells"][number] {
  if (!cover) return { value: t("compare.no_cover") };
  const { state, sum, currency, insurer, validTo } = cover;
  if (state === "refused" || state === "expired") {
    return { value: t("compare.no_cover_now"), note: t(`compare.cover_${state}`, { insurer }) };
  }
  return {
    value: <Money amount={sum} currency={currency} />,
    note: (
      <>
        <Chip tone={state === "verified" ? "ok" : "wait"}>{t(`insurance.state.${state}`)}</Chip> {insurer};{" "}
        <Phrase of="compare.cover_until" nodes={{ date: <DateText on={validTo} /> }} />
      </>
    ),
  };
}

function distanceRow(bids: FirmBid[], t: T): Question {
  const nearest = bestOf(
    bids.map(({ kilometres }) => kilometres ?? Number.POSITIVE_INFINITY),
    "less",
  );
  return {
    key: "distance",
    label: t("compare.distance"),
    cells: bids.map(({ kilometres, firm }, at) => ({
      value: distanceWords(kilometres, t),
      note: firm.place,
      best: nearest[at],
    })),
  };
}

function distanceWords(kilometres: number | null, t: T): string {
  if (kilometres === null) return t("compare.distance_unknown");
  return kilometres === 0 ? t("compare.distance_same") : t("compare.distance_km", { km: kilometres });
}

function LicenceBadge({
  licence: { valid, checkedAt },
  zone,
}: {
  licence: ComparedBid["licence"];
  zone: string;
}) {
  const t = useT();
  if (!valid) return <Chip tone="bad">{t("compare.licence_lapsed")}</Chip>;
  if (!checkedAt) return null;
  return (
    <Chip tone="ok">
      <Phrase of="compare.licence_checked" nodes={{ date: <Day at={checkedAt} zone={zone} /> }} />
    </Chip>
  );
}
