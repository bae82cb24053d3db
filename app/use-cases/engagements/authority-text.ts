import type { EngagementContents, PaperSection, PaperText } from "#app/domain/engagements/contents.ts";
import { bidderOf } from "#app/domain/tenders/fee-check.ts";
import { translator } from "#app/messages/catalogue.ts";
import { germanAuthority } from "#app/messages/de/authority.ts";
import { germanDate, germanInstant, germanMoney } from "#app/messages/de/format.ts";
import { formatDate, formatInstant, formatMoney } from "#app/messages/format.ts";
import { named, placeName, type Reader } from "./paper-text.ts";

const countries = ["US", "CN", "GB", "DE"] as const;
type Country = (typeof countries)[number];

/** The power of attorney in every language it is given in: the court's own first, English beside it. */
export function authorityTexts(contents: EngagementContents): PaperText[] {
  const country = countries.find((each) => contents.case.jurisdiction.startsWith(each));
  if (!country) return [];
  const english = authorityText(contents, country, { t: translator("en"), locale: "en" });
  switch (country) {
    case "CN":
      return [authorityText(contents, country, { t: translator("zh"), locale: "zh" }), english];
    case "DE":
      return [germanText(contents), english];
    default:
      return [english];
  }
}

function authorityText(contents: EngagementContents, country: Country, reader: Reader): PaperText {
  const { t, locale } = reader;
  const { code } = contents.case;
  const bidder = bidderOf(contents.collector.kind);
  const time = formatInstant(contents.drawnUpAt, "UTC", locale);
  return {
    language: locale,
    title: t(`poa.title.${country}_${bidder}`, { case: code }),
    lead: t("poa.lead", { time, case: code }),
    sections: [
      partiesOf(contents, reader),
      matterOf(contents, reader),
      powersOf(contents, country, reader),
      {
        heading: t("poa.limits"),
        rows: [],
        paragraphs: [
          t("poa.no_substitute"),
          ...(bidder === "agency" ? [t("poa.court_agency")] : []),
          t("poa.money"),
          t("poa.conduct"),
        ],
      },
      { heading: t("poa.term"), rows: [], paragraphs: [t("poa.term_text", { case: code })] },
      lawOf(contents, t("poa.law"), t("poa.no_rules")),
    ],
  };
}

function partiesOf({ creditor, collector }: EngagementContents, reader: Reader): PaperSection {
  const { t } = reader;
  const { licence } = collector;
  return {
    heading: t("poa.parties"),
    rows: [
      [t("poa.principal"), `${creditor.name}, ${placeName(creditor.placeCode, reader)}`],
      [t("poa.agent"), `${collector.name}, ${placeName(collector.placeCode, reader)}`],
      [
        t("paper.licence"),
        t("paper.licence_value", {
          kind: named(`licence.kind.${licence.kind}`, licence.kind, reader),
          number: licence.number,
          territory: placeName(licence.territory, reader),
        }),
      ],
    ],
    paragraphs: [],
  };
}

function matterOf({ case: kase, lot }: EngagementContents, reader: Reader): PaperSection {
  const { t, locale } = reader;
  const money = (amount: number) => formatMoney(amount, kase.currency, locale);
  return {
    heading: t("poa.matter"),
    rows: [
      [t("paper.case"), kase.code],
      [t("paper.kind"), named(`cases.kind.${kase.claimKind}`, kase.claimKind, reader)],
      [t("paper.principal"), money(kase.principal)],
      [t("paper.due"), formatDate(kase.dueOn, locale)],
      ...(lot ? [[t("paper.lot_claims"), String(lot.claims)] satisfies [string, string]] : []),
    ],
    paragraphs: lot ? [t("paper.lot_schedule", { file: lot.fileName, hash: lot.fileSha256 })] : [],
  };
}

function powersOf(
  { scope, authority, powers = "general" }: EngagementContents,
  country: Country,
  reader: Reader,
): PaperSection {
  const { t } = reader;
  return {
    heading: t("poa.powers"),
    rows: [
      [t("paper.reach"), named(`scope.${scope}`, scope, reader)],
      [t("poa.powers_kind"), t(`poa.powers_${powers}`)],
    ],
    paragraphs: [
      t("poa.intro"),
      ...authority.map((each) => `– ${t(`authority.${each}`)}`),
      t(`poa.${powers}.${country}`),
    ],
  };
}

/** The rows the power can be held against, with their sources as the pack has them. */
const lawOf = (
  { authorityRules = [] }: EngagementContents,
  heading: string,
  otherwise: string,
): PaperSection => ({
  heading,
  rows: authorityRules.map(({ id, citation }) => [id, citation]),
  paragraphs: authorityRules.length > 0 ? [] : [otherwise],
});

const german = (key: keyof typeof germanAuthority, values: Record<string, string> = {}) =>
  germanAuthority[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

function germanText(contents: EngagementContents): PaperText {
  const { case: kase, creditor, collector, authority, powers = "general" } = contents;
  const bidder = bidderOf(collector.kind);
  const lines: PaperSection["rows"] = [
    [german("claim"), kase.code],
    [german("amount"), germanMoney(kase.principal, kase.currency)],
    [german("due"), germanDate(kase.dueOn)],
  ];
  return {
    language: "de",
    title: german(`title_${bidder}`, { case: kase.code }),
    lead: german("lead", { time: germanInstant(contents.drawnUpAt), case: kase.code }),
    sections: [
      {
        heading: german("parties"),
        rows: [
          [german("principal"), creditor.name],
          [german("agent"), collector.name],
          [german("licence"), collector.licence.number],
        ],
        paragraphs: [],
      },
      { heading: german("matter"), rows: lines, paragraphs: [] },
      {
        heading: german("powers"),
        rows: [[german("kind"), german(powers)]],
        paragraphs: [
          german("intro"),
          ...authority.map((each) => `– ${german(each)}`),
          german(`${powers}_text`),
        ],
      },
      {
        heading: german("limits"),
        rows: [],
        paragraphs: [
          german("no_substitute"),
          ...(bidder === "agency" ? [german("court_agency")] : []),
          german("money"),
        ],
      },
      { heading: german("term"), rows: [], paragraphs: [german("term_text", { case: kase.code })] },
      lawOf(contents, german("law"), ""),
    ],
  };
}
