import { newerVersionOf } from "#app/domain/cases/evidence.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { pathOf, spelledPath } from "#app/domain/places/register.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { addedFact, titleTypeOf } from "#app/domain/timeline/facts.ts";
import type { BundleWords, ChronologyEntry, Outcome } from "#app/gateways/bundle-pdf.server.ts";
import { translator } from "#app/messages/catalogue.ts";
import { eventTitle } from "#app/messages/event.ts";
import { earliestOf, missingOf, type Reader, reasonOf, waysOf } from "#app/messages/finding.ts";
import { formatCount, formatDate, formatInstant, formatMoney } from "#app/messages/format.ts";
import type { Locale } from "#app/messages/locale.ts";
import { termText } from "#app/messages/term-text.ts";
import type { StampedHash } from "#db/queries/time-stamps.ts";
import { eventFrom } from "#db/queries/timeline.ts";
import type { Gathered } from "./gather-case.server.ts";

/** What the bundle's pages say that is not in the case itself. */
type Beside = {
  madeOn: string;
  fingerprint: string;
  /** SHA-256 of the record's files. */
  hashes: { log: string; facts: string; law: string };
  /** Path in the bundle of each exhibit, in order. */
  files: string[];
  outcomes: Outcome[];
};

/** A Chinese case is written in Chinese, every other in English: the courts' own language where it is one of ours. */
export const languageOf = ({ pack }: Pick<Gathered, "pack">): Locale => (pack.id === "CN" ? "zh" : "en");

export function bundleWords(gathered: Gathered, beside: Beside): BundleWords {
  const locale = languageOf(gathered);
  const reader = { t: translator(locale), locale, zone: gathered.debtor.zone };
  const { t } = reader;
  const code = gathered.kase.code;
  return {
    code,
    language: locale,
    dated: gathered.links.at(-1)?.recordedAt ?? gathered.kase.postedAt,
    title: t("bundle.title", { code }),
    lead: t("bundle.lead", { date: formatDate(beside.madeOn, locale) }),
    sections: [parties, caseFacts, record].map((section) => section(gathered, beside, reader)),
    index: {
      heading: t("bundle.index"),
      page: t("bundle.page"),
      none: erasedText(gathered, reader) ?? t("bundle.no_exhibits"),
      entries: gathered.evidence.map((item, at) => ({
        number: String(at + 1),
        title: item.title,
        meta: [
          t(`brief.evidence.${item.kind}`),
          item.fileName,
          ...versionLines(item.id, gathered, reader),
        ].join(" · "),
        hash: item.sha256,
      })),
    },
    chronology: {
      heading: t("bundle.chronology"),
      lead: t("bundle.chronology_lead", { zone: gathered.debtor.zone }),
      entries: gathered.links.map((link) => entryOf(eventFrom(link), gathered, reader)),
    },
    sheets: gathered.evidence.map((_, at) => sheetOf(at, gathered, beside, reader)),
  };
}

/** Instead of exhibits: when and by which term they went, and the hash of each, by which a copy that somebody has can be held against the log. */
function erasedText({ erased }: Gathered, { t, locale }: Reader): string | null {
  if (!erased) return null;
  const said = { on: formatDate(erased.on, locale), term: termText(t, erased.rule) };
  if (erased.items.length === 0) return t("erasure.documents_none", said);
  const lines = erased.items.map(({ kind, sha256 }) => `${t(`brief.evidence.${kind}`)} · ${sha256}`);
  return [t("erasure.bundle_documents", said), ...lines].join("\n");
}

type Section = BundleWords["sections"][number];

function parties({ kase, debtor, names }: Gathered, _: Beside, { t }: Reader): Section {
  return {
    heading: t("bundle.parties"),
    rows: [
      [t("case.creditor"), names.get(kase.creditorOrgId) ?? ""],
      [
        t("case.collector"),
        (kase.collectorOrgId && names.get(kase.collectorOrgId)) || t("case.collector_none"),
      ],
      [t("case.debtor"), debtor.person?.name ?? t("debtor.erased")],
      ...(debtor.person?.address
        ? [[t("case.address"), debtor.person.address] satisfies [string, string]]
        : []),
    ],
    paragraphs: [],
  };
}

function caseFacts({ kase, pack }: Gathered, _: Beside, { t, locale }: Reader): Section {
  const { claim } = kase.answers;
  const named = { pack: pack.id, version: pack.version };
  const signed = pack.signedOffBy && pack.signedOffOn;
  return {
    heading: t("bundle.case"),
    rows: [
      [t("bundle.case_id"), kase.caseId],
      [t("case.place"), spelledPath(pathOf(kase.placeCode), locale)],
      [
        t("bundle.claim"),
        `${t(`cases.kind.${claim.kind}`)}, ${formatMoney(claim.principal, claim.currency, locale)}`,
      ],
      [t("bundle.due"), formatDate(claim.dueOn, locale)],
      [t("bundle.stage"), t(`law.stage.${kase.stage}`)],
      [
        t("case.pack"),
        signed
          ? t("case.pack_signed", {
              ...named,
              by: pack.signedOffBy ?? "",
              on: formatDate(pack.signedOffOn ?? "", locale),
            })
          : t("case.pack_unsigned", named),
      ],
    ],
    paragraphs: [],
  };
}

function record({ links, evidence }: Gathered, { fingerprint, hashes }: Beside, { t }: Reader): Section {
  return {
    heading: t("bundle.record"),
    rows: [
      [t("bundle.events"), formatCount(links.length)],
      [t("bundle.exhibits"), formatCount(evidence.length)],
      [t("bundle.head"), inHalves(links.at(-1)?.hash ?? "")],
      [t("bundle.log_file"), inHalves(hashes.log)],
      [t("bundle.facts_file"), inHalves(hashes.facts)],
      [t("bundle.law_file"), inHalves(hashes.law)],
      [t("bundle.key"), inHalves(fingerprint)],
    ],
    paragraphs: [],
  };
}

/** A digest as two lines of a column, so that it can be compared by eye. */
const inHalves = (digest: string) => `${digest.slice(0, 32)}\n${digest.slice(32)}`;

/** An event with the rules' answer to it in words, and where its proof is. */
function entryOf(
  event: TimelineEvent,
  { kase, notes, evidence, names }: Gathered,
  reader: Reader,
): ChronologyEntry {
  const { t, locale, zone } = reader;
  const { payload, decision, seq } = event;
  const numbers = new Map(evidence.map(({ id }, at) => [id, at + 1]));
  const attempted = payload.attempted ?? null;
  const note = notes.get(seq);
  const title = eventTitle(
    {
      type: titleTypeOf(event),
      attempted,
      outcome: payload.act?.outcome ?? null,
      amount: Number(payload.refs?.amount ?? 0) || null,
      fact: addedFact(event),
    },
    { t, locale, currency: kase.answers.claim.currency },
  );
  return {
    title,
    blocked: attempted !== null,
    meta: t("bundle.recorded", {
      at: formatInstant(event.occurredAt, zone, locale),
      recorded: formatInstant(event.recordedAt, zone, locale),
      who: (event.actorOrgId && names.get(event.actorOrgId)) || t("bundle.platform"),
      seq,
    }),
    lines: [
      decisionText(event, reader),
      ...decision.findings.map((finding) => findingText(finding, reader)),
      ...(payload.evidenceIds ?? []).map((id) => t("bundle.proof", { number: numbers.get(id) ?? id })),
      ...(note ? [t("bundle.note", { note: note.text })] : []),
      t("bundle.hash", { hash: event.hash }),
    ],
  };
}

function decisionText({ decision }: TimelineEvent, { t }: Reader): string {
  const { id: pack, version } = decision.pack;
  if (!decision.allowed) return t("bundle.refused", { pack, version });
  return t(decision.findings.length > 0 ? "bundle.allowed_noted" : "bundle.allowed", { pack, version });
}

function findingText(finding: Finding, reader: Reader): string {
  const { t } = reader;
  const { rule, citation } = finding;
  const [missing, ways, earliest] = [
    missingOf(finding, reader),
    waysOf(finding, reader),
    earliestOf(finding, reader),
  ];
  const joined = (items: string[]) => items.join(t("list.separator"));
  return [
    t("bundle.finding", {
      reason: reasonOf(finding, reader),
      rule,
      citation,
      force: t(`force.${finding.force}`),
    }),
    earliest && t("finding.earliest", { date: earliest }),
    missing.length > 0 && t("finding.requires", { facts: joined(missing) }),
    ways.length > 0 && t("finding.unblocked", { ways: joined(ways) }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Whether an exhibit has a newer version in the bundle, or is one. */
function versionLines(id: string, { evidence }: Gathered, { t }: Reader): string[] {
  const numberOf = (of: string) => evidence.findIndex((item) => item.id === of) + 1;
  const [newer, older] = [newerVersionOf(id, evidence), evidence.find((item) => item.id === id)?.replaces];
  return [
    ...(newer ? [t("bundle.replaced_by", { number: numberOf(newer.id) })] : []),
    ...(older ? [t("bundle.replaces", { number: numberOf(older) })] : []),
  ];
}

function sheetOf(at: number, { evidence, debtor, stamps }: Gathered, beside: Beside, { t, locale }: Reader) {
  const item = evidence[at];
  const outcome = beside.outcomes[at];
  const stamp = stamps.get(item.sha256);
  const rows: [string, string][] = [
    [t("bundle.exhibit_title"), item.title],
    [t("bundle.exhibit_kind"), t(`brief.evidence.${item.kind}`)],
    [t("bundle.exhibit_name"), item.fileName],
    [t("bundle.exhibit_file"), beside.files[at]],
    [t("bundle.exhibit_size"), t("bundle.bytes", { size: formatCount(item.sizeBytes) })],
    [t("bundle.exhibit_added"), formatInstant(item.addedAt, debtor.zone, locale)],
    ["SHA-256", inHalves(item.sha256)],
    ...(stamp
      ? [[t("bundle.stamp"), stampText(stamp, debtor.zone, { t, locale })] satisfies [string, string]]
      : []),
  ];
  return {
    heading: t("bundle.exhibit", { number: at + 1 }),
    rows,
    paragraph: outcome.pages
      ? t("bundle.shown", { count: outcome.pages })
      : t(`bundle.unshown.${outcome.unshown ?? "unreadable"}`),
  };
}

const stampText = (
  { stampedAt, stampedBy }: StampedHash,
  zone: string,
  { t, locale }: Pick<Reader, "t" | "locale">,
) => t("bundle.stamped", { at: formatInstant(stampedAt, zone, locale), by: stampedBy });
