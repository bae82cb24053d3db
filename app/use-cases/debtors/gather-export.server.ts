import type { personalFields } from "#app/domain/cases/personal.ts";
import { withoutCode } from "#app/domain/contact/with-code.ts";
import { shownKinds } from "#app/domain/debtors/papers.ts";
import type { SubjectExport } from "#app/domain/debtors/subject-export.ts";
import { toldByDay } from "#app/domain/privacy/told-sights.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { codeFor } from "#app/use-cases/contact/letter-code.server.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { notesOf } from "#app/use-cases/log-notes.server.ts";
import type { Sight } from "#app/use-cases/sights.server.ts";
import { sightsOf } from "#db/queries/audit.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { statementsOn } from "#db/queries/debtors.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { toldSightsOf } from "#db/queries/personal-sights.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { figuresOf } from "./claim-view.server.ts";
import { contactsOn } from "./door-history.server.ts";
import { paymentsOn } from "./door-payments.server.ts";
import { doorRequests } from "./door-requests.server.ts";
import type { Visit } from "./door-visit.server.ts";

type Subject = Pick<Visit, "ctx" | "kase">;

/** More than any case has; a page beyond it would be no page any more. */
const most = 1_000;

/** The one gathering of all that is kept about a debtor and is theirs to know, for the sight that whoever calls it wrote down. */
export async function gatherExport(
  subject: Subject,
  sight: Sight<(typeof personalFields)[number]>,
): Promise<SubjectExport> {
  const { ctx, kase } = subject;
  const { caseId } = kase;
  const [debtor, events, evidence] = await Promise.all([
    openDebtor(ctx.db, ctx, sight),
    eventsOf(ctx.db, caseId),
    evidenceOf(ctx.db, ctx, caseId),
  ]);
  const zone = debtor?.zones[0] ?? "UTC";
  const { description = null, ...person } = debtor?.person ?? {};
  const figures = await figuresOf(subject, { events, zone });
  const paid = await paymentsOn(subject);
  return {
    ...{ form: "rung-subject-export/1", madeAt: ctx.now.toISOString(), zone, case: kase.code },
    person: debtor?.person ? (person as SubjectExport["person"]) : null,
    ...{ kind: debtor?.kind ?? kase.answers.debtor.kind, place: debtor?.placeCode ?? "" },
    claim: await claimOf(subject, { figures, description }),
    payments: paid.payments.map(({ on, amount, receipt }) => ({
      ...{ on, amount, receipt: receipt?.number ?? null },
    })),
    papers: evidence.flatMap(({ kind, title }) => (shownKinds.has(kind) ? [{ title, kind }] : [])),
    contacts: (await contactsOn(subject)).map(({ seq: _, ...contact }) => contact),
    letters: await lettersOf(subject, zone),
    statements: await statementsOf(subject, zone),
    requests: (await doorRequests(subject)).requests.map((request) => {
      const { number, kind, askedOn: on, dueOn, words, answer, answeredOn, reason } = request;
      return { number, kind, on, dueOn, words, answer, answeredOn, reason };
    }),
    sights: await sightsOn(subject, zone),
  };
}

type Claimed = { figures: Awaited<ReturnType<typeof figuresOf>>; description: string | null };

async function claimOf(
  { ctx, kase }: Subject,
  { figures, description }: Claimed,
): Promise<SubjectExport["claim"]> {
  const { creditorOrgId, collectorOrgId, answers } = kase;
  const names = await organizationsById(ctx.db, [creditorOrgId, collectorOrgId]);
  const { kind, reference, contractOn, dueOn, currency } = answers.claim;
  const { principal, interest, fixedSum, courtCosts, total, asOf } = figures;
  return {
    creditor: names.get(creditorOrgId)?.name ?? "",
    collector: (collectorOrgId && names.get(collectorOrgId)?.name) || null,
    ...{ kind, reference: reference ?? null, description, contractOn: contractOn ?? null, dueOn, currency },
    ...{ principal, interest, fixedSum, courtCosts, total, asOf },
  };
}

/** What was written to the debtor, as it went out. The codes stay in the letters themselves: a file that lies about must open no door. */
async function lettersOf({ ctx, kase }: Subject, zone: string): Promise<SubjectExport["letters"]> {
  const messages = await messagesOf(ctx.db, kase.caseId, { limit: most });
  const names = await organizationsById(ctx.db, [
    ...new Set(messages.map(({ askedByOrgId }) => askedByOrgId)),
  ]);
  return messages.flatMap((message) => {
    const { letter, claimedAt, channel, askedByOrgId } = message;
    // Empty is a letter whose debtor was erased.
    if (!letter || message.eventSeq === null) return [];
    const { subject, body } = JSON.parse(ctx.secrets.unseal("contact-letter", letter)) as Record<
      string,
      string
    >;
    const on = dateIn(zone, claimedAt ?? message.askedAt);
    const words = withoutCode(body, codeFor(ctx, message));
    return [{ on, channel, from: names.get(askedByOrgId)?.name ?? "", subject: subject ?? "", body: words }];
  });
}

async function statementsOf({ ctx, kase }: Subject, zone: string): Promise<SubjectExport["statements"]> {
  const [said, notes] = await Promise.all([
    statementsOn(ctx.db, kase.caseId),
    notesOf(ctx.db, ctx, kase.caseId),
  ]);
  return said.map(({ saidAt, kind, reason, eventSeq }) => ({
    ...{ on: dateIn(zone, saidAt), kind, reason, words: notes.get(eventSeq) ?? null, entry: eventSeq },
  }));
}

/** Whoever has no organisation is the debtor at the door, or the product itself. */
async function sightsOn({ ctx, kase }: Subject, zone: string): Promise<SubjectExport["sights"]> {
  const [audited, seen] = await Promise.all([
    sightsOf(ctx.db, { kind: "case", id: kase.caseId, limit: most }),
    toldSightsOf(ctx.db, { caseId: kase.caseId, zone, limit: most }),
  ]);
  const told = [
    ...audited.map(({ at, operation, details, orgName, orgKind }) => ({
      at: at.toISOString(),
      role: orgKind ?? (operation.startsWith("door.") ? "debtor" : "system"),
      organization: orgName,
      purpose: String(details.purpose),
      fields: [],
    })),
    ...seen.map(({ at, purpose, orgName, orgKind, fields }) => ({
      ...{ at: at.toISOString(), role: orgKind ?? "system", organization: orgName, purpose, fields },
    })),
  ];
  return toldByDay(told, zone);
}
