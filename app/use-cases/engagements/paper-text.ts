import type {
  EngagementContents,
  LotRate,
  PaperSection,
  PaperText,
} from "#app/domain/engagements/contents.ts";
import { nameOf, pathOf } from "#app/domain/places/register.ts";
import type { FeeTerms } from "#app/domain/tenders/terms.ts";
import type { T } from "#app/messages/catalogue.ts";
import { formatDate, formatInstant, formatMoney, formatPercent } from "#app/messages/format.ts";
import type { Locale } from "#app/messages/locale.ts";

export type Reader = { t: T; locale: Locale };

/** The words of an engagement in one language: the same for the PDF that is signed and the page that shows it. */
export function paperText(contents: EngagementContents, t: T, locale: Locale): PaperText {
  const reader = { t, locale };
  const values = { case: contents.case.code, time: formatInstant(contents.drawnUpAt, "UTC", locale) };
  return {
    language: locale,
    title: t("paper.title", values),
    lead: t("paper.lead", values),
    sections: [
      ...[parties, claim, mandate, fees, work, term].map((section) => section(contents, reader)),
      ...[split(contents, reader)].flatMap((section) => section ?? []),
    ],
  };
}

function parties({ creditor, collector }: EngagementContents, reader: Reader): PaperSection {
  const { t, locale } = reader;
  const { licence } = collector;
  const register = licence.register && licence.checkedAt;
  return {
    heading: t("paper.parties"),
    rows: [
      [t("paper.creditor"), creditor.name],
      [t("paper.seat"), placeName(creditor.placeCode, reader)],
      [t("paper.collector"), collector.name],
      [t("paper.seat"), placeName(collector.placeCode, reader)],
      [
        t("paper.licence"),
        t("paper.licence_value", {
          kind: named(`licence.kind.${licence.kind}`, licence.kind, reader),
          number: licence.number,
          territory: placeName(licence.territory, reader),
        }),
      ],
      ...(register
        ? [
            [
              t("paper.register"),
              t("paper.register_value", {
                register: licence.register ?? "",
                time: formatInstant(licence.checkedAt ?? "", "UTC", locale),
              }),
            ] satisfies [string, string],
          ]
        : []),
    ],
    paragraphs: [],
  };
}

function claim({ case: kase, lot }: EngagementContents, reader: Reader): PaperSection {
  const { t, locale } = reader;
  return {
    heading: t("paper.claim"),
    rows: [
      [t("paper.case"), kase.code],
      [t("paper.kind"), named(`cases.kind.${kase.claimKind}`, kase.claimKind, reader)],
      [t("paper.principal"), formatMoney(kase.principal, kase.currency, locale)],
      [t("paper.due"), formatDate(kase.dueOn, locale)],
      [t("paper.place"), placeName(kase.placeCode, reader)],
      ...(lot ? [[t("paper.lot_claims"), String(lot.claims)] satisfies [string, string]] : []),
    ],
    paragraphs: lot ? [t("paper.lot_schedule", { file: lot.fileName, hash: lot.fileSha256 })] : [],
  };
}

function mandate({ version, scope, authority }: EngagementContents, reader: Reader): PaperSection {
  const { t } = reader;
  return {
    heading: t("paper.scope"),
    rows: [[t("paper.reach"), named(`scope.${scope}`, scope, reader)]],
    paragraphs: [
      t("authority.intro"),
      ...authority.map((each) => `– ${t(`authority.${each}`)}`),
      ...(version === 1 ? [] : [t("paper.authority_apart")]),
    ],
  };
}

function fees(contents: EngagementContents, reader: Reader): PaperSection {
  const { terms, legalCap, lot, platform } = contents;
  const { currency } = contents.case;
  const { t, locale } = reader;
  if (lot) return lotFees(lot.rates, currency, reader);
  const charge = platform?.kind === "fixed" ? platform : null;
  const cap = legalCap
    ? t("paper.fee_cap", {
        rule: legalCap.rule,
        citation: legalCap.citation,
        amount: formatMoney(legalCap.amount, currency, locale),
      })
    : t("paper.fee_no_cap");
  return {
    heading: t("paper.fees"),
    rows: [
      [t("paper.model"), t(`fee_model.${terms.model}`)],
      [t("paper.fee"), feeSaid(terms, currency, { t, locale })],
      ...(charge
        ? [
            pair(
              t("paper.charge"),
              t("paper.charge_value", { amount: formatMoney(charge.amount, charge.currency, locale) }),
            ),
          ]
        : []),
    ],
    paragraphs: [
      t("paper.fee_text"),
      cap,
      t("paper.charge_text"),
      ...(charge?.rules ?? []).map(({ id, citation }) => t("paper.charge_rule", { rule: id, citation })),
    ],
  };
}

/** What each band of a lot pays, a row a band. */
function lotFees(rates: readonly LotRate[], currency: string, { t, locale }: Reader): PaperSection {
  const money = (amount: number) => formatMoney(amount, currency, locale);
  return {
    heading: t("paper.fees"),
    rows: rates.map(({ from, below, years, belowYears, claims, successBps, fixedFee }) => [
      t(below === null ? "lots.band_over" : "lots.band", {
        from: money(from),
        below: below === null ? "" : money(below),
        years: belowYears === null ? `${years}+` : `${years}–${belowYears}`,
      }),
      t(fixedFee > 0 ? "paper.lot_rate" : "paper.lot_share", {
        percent: formatPercent(successBps),
        fixed: money(fixedFee),
        claims,
      }),
    ]),
    paragraphs: [t("paper.fee_text")],
  };
}

function work({ terms }: EngagementContents, { t }: Reader): PaperSection {
  return {
    heading: t("paper.work"),
    rows: [
      [t("paper.first_act"), t("paper.first_act_value", { count: terms.firstActDays })],
      [t("paper.months"), t("paper.months_value", { count: terms.expectedMonths })],
      [t("paper.plan"), terms.plan],
    ],
    paragraphs: [t("paper.conduct"), t("paper.conflict")],
  };
}

function term({ law, signBy, periodMonths }: EngagementContents, { t, locale }: Reader): PaperSection {
  const until = formatInstant(signBy, "UTC", locale);
  return {
    heading: t("paper.term"),
    rows: [
      ...(periodMonths ? [pair(t("paper.period"), t("paper.period_value", { count: periodMonths }))] : []),
      [t("paper.law"), t("paper.law_value", { pack: law.pack, version: law.version })],
    ],
    paragraphs: [
      t("paper.term_text", { time: until }),
      ...(periodMonths ? [t("paper.period_text")] : []),
      ...(law.signedOffBy ? [] : [t("paper.law_unsigned")]),
      t("paper.signatures_text"),
    ],
  };
}

/** The parts that milestones earn; null in papers of before there was a table. */
function split({ split: table }: EngagementContents, { t }: Reader): PaperSection | null {
  if (!table) return null;
  return {
    heading: t("paper.split"),
    rows: table.map(({ milestone, parts }) =>
      pair(t(`milestone.${milestone}`), t("paper.split_value", { count: parts })),
    ),
    paragraphs: [t("paper.split_text")],
  };
}

const pair = (label: string, value: string): [string, string] => [label, value];

/** A fee as one sentence, in the reader's own spelling. */
export const feeSaid = (terms: FeeTerms, currency: string, { t, locale }: Reader): string =>
  t(`fee.said.${terms.model}`, feeValues(terms, currency, locale));

/** What a fee's sentence needs, in the reader's own spelling. */
const feeValues = (
  { successBps, fixedFee, hourlyRate, estimatedHours }: FeeTerms,
  currency: string,
  locale: Locale,
) => ({
  percent: formatPercent(successBps),
  fixed: formatMoney(fixedFee, currency, locale),
  rate: formatMoney(hourlyRate, currency, locale),
  hours: estimatedHours,
});

export const placeName = (code: string, { locale }: Reader): string =>
  pathOf(code)
    .map((place) => nameOf(place, locale))
    .reverse()
    .join(", ") || code;

/** A word that arrived as data; one the catalogue lacks is shown as it stands. */
export const named = (key: string, otherwise: string, { t }: Reader): string =>
  t.has(key) ? t(key) : otherwise;
