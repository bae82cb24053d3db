import type { SubjectExport } from "#app/domain/debtors/subject-export.ts";
import type { PaperSection } from "#app/domain/engagements/contents.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { type DoorLanguage, doorDate, doorMoney } from "#app/messages/door/languages.ts";
import { type DoorKey, type DoorT, doorTranslator } from "#app/messages/door/translate.ts";

export type ExportText = { title: string; lead: string; sections: PaperSection[] };

type Saying = { t: DoorT; language: DoorLanguage; found: SubjectExport };

/** An export in words: what the page shows and what is printed, section by section. */
export function exportText(found: SubjectExport, language: DoorLanguage): ExportText {
  const t = doorTranslator(language);
  const saying = { t, language, found };
  return {
    title: t("data.title"),
    lead: t("data.made", {
      day: doorDate(dateIn(found.zone, new Date(found.madeAt)), language),
      case: found.case,
    }),
    sections: [
      person(saying),
      claim(saying),
      payments(saying),
      papers(saying),
      contacts(saying),
      ...letters(saying),
      statements(saying),
      ...requests(saying),
      sights(saying),
      { heading: t("data.left_out"), rows: [], paragraphs: [t("data.left_out_text")] },
    ],
  };
}

/** Words for a key that arrives as data, or the key itself where there are none. */
const wordOf = (t: DoorT, key: string, plain: string): string => (t.has(key) ? t(key as DoorKey) : plain);

const known = (rows: [string, string | null | undefined][]): PaperSection["rows"] =>
  rows.flatMap(([label, value]) => (value ? [[label, value] satisfies [string, string]] : []));

const section = ({ t }: Pick<Saying, "t">, heading: DoorKey, rows: PaperSection["rows"]): PaperSection => ({
  heading: t(heading),
  rows,
  paragraphs: rows.length === 0 ? [t("data.none")] : [],
});

const person = ({ t, found: { person: who } }: Saying): PaperSection =>
  who
    ? section(
        { t },
        "data.person",
        known([
          [t("data.name"), who.name],
          [t("data.address"), who.address],
          [t("data.phone"), who.phone],
          [t("data.email"), who.email],
        ]),
      )
    : { heading: t("data.person"), rows: [], paragraphs: [t("data.erased")] };

function claim({ t, language, found }: Saying): PaperSection {
  const { claim: asked } = found;
  const day = (on: string | null) => on && doorDate(on, language);
  const money = (amount: number) => doorMoney(amount, asked.currency, language);
  const sum = (amount: number) => (amount === 0 ? null : money(amount));
  const rows = known([
    [t("claim.creditor"), asked.creditor],
    [t("claim.firm"), asked.collector ?? t("claim.no_firm")],
    [t("claim.what"), t(`claim.kind.${asked.kind}`)],
    [t("claim.description"), asked.description],
    [t("claim.contract_on"), day(asked.contractOn)],
    [t("claim.due_on"), day(asked.dueOn)],
    [t("claim.reference"), asked.reference],
    [t("claim.case"), found.case],
    [t("claim.sum.principal"), money(asked.principal)],
    [t("claim.sum.interest"), sum(asked.interest)],
    [t("claim.sum.fixed"), sum(asked.fixedSum)],
    [t("claim.sum.costs"), sum(asked.courtCosts)],
    [t("data.total", { day: doorDate(asked.asOf, language) }), money(asked.total)],
  ]);
  return section({ t }, "data.claim", rows);
}

const payments = ({ t, language, found: { payments: all, claim: asked } }: Saying): PaperSection =>
  section(
    { t },
    "paid.title",
    all.map(({ on, amount, receipt }) => [
      doorDate(on, language),
      [doorMoney(amount, asked.currency, language), ...(receipt ? [receipt] : [])].join(", "),
    ]),
  );

const papers = ({ t, found: { papers: all } }: Saying): PaperSection =>
  section(
    { t },
    "claim.papers.title",
    all.map(({ kind, title }) => [wordOf(t, `claim.papers.kind.${kind}`, kind), title]),
  );

const contacts = ({ t, language, found: { contacts: all } }: Saying): PaperSection =>
  section(
    { t },
    "past.title",
    all.map(({ on, time, type, isStep, said, by, channel, visit, arrived, withheld }) => {
      const what = isStep
        ? wordOf(t, `step.${type}`, type)
        : said
          ? wordOf(t, `said.${said}`, said)
          : t("past.record");
      const parts = [
        what,
        isStep && channel ? wordOf(t, `past.channel.${channel}`, channel) : null,
        visit ? t(`past.visit.${visit.outcome}`) : null,
        isStep && by ? t("past.by", { firm: by }) : null,
        arrived ? null : t(withheld ? "past.withheld" : "past.returned"),
      ];
      const when = visit?.until ? t("past.from_to", { from: time, to: visit.until }) : time;
      return [`${doorDate(on, language)}, ${when}`, parts.filter(Boolean).join(", ")];
    }),
  );

/** Each letter is a section of its own: its words are long. */
const letters = ({ t, language, found: { letters: all } }: Saying): PaperSection[] =>
  all.map(({ on, channel, from, subject, body }) => ({
    heading: t("data.letter", { day: doorDate(on, language), firm: from }),
    rows: known([
      [t("data.way"), wordOf(t, `past.channel.${channel}`, channel)],
      [t("data.subject"), subject],
    ]),
    paragraphs: body.split(/\n{2,}/).filter((part) => part.trim() !== ""),
  }));

const statements = ({ t, language, found: { statements: all } }: Saying): PaperSection =>
  section(
    { t },
    "claim.said.title",
    all.map(({ on, kind, reason, words }) => {
      const asked = kind === "report_severe" ? "report" : kind;
      const why = reason && wordOf(t, `${asked}.reason.${reason}`, reason);
      return [
        doorDate(on, language),
        [wordOf(t, `said.${kind}`, kind), why, words].filter(Boolean).join(": "),
      ];
    }),
  );

const requests = ({ t, language, found: { requests: all } }: Saying): PaperSection[] =>
  all.map(({ number, kind, on, dueOn, words, answer, answeredOn, reason }) => ({
    heading: `${t(`request.asked.${kind}`)} (${number})`,
    rows: known([
      [t("request.on"), doorDate(on, language)],
      [t("receipt.words"), words],
      [t("request.due"), doorDate(dueOn, language)],
      [
        t("request.answer"),
        answer && [t(`request.answer.${answer}`), answeredOn && doorDate(answeredOn, language)].join(", "),
      ],
      [t("report.reasons"), reason],
    ]),
    paragraphs: [],
  }));

const sights = ({ t, language, found: { sights: all, zone } }: Saying): PaperSection =>
  section(
    { t },
    "data.sights",
    all.map(({ at, role, organization, purpose, fields }) => {
      const when = new Date(at);
      const part = wordOf(t, `data.role.${role}`, role);
      const who = [part, organization === part ? null : organization].filter(Boolean).join(", ");
      const what = fields.map((field) => wordOf(t, `data.${field}`, field)).join(t("data.between"));
      const why = wordOf(t, `data.purpose.${purpose}`, purpose);
      return [
        `${doorDate(dateIn(zone, when), language)}, ${timeIn(zone, when)}`,
        what ? `${who}: ${why} (${what})` : `${who}: ${why}`,
      ];
    }),
  );
