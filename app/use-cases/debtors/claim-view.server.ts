import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { adviceFor } from "#app/domain/debtors/advice.data.ts";
import { shownKinds } from "#app/domain/debtors/papers.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { paymentsReceived } from "#app/domain/ledger/payments-received.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { factsOf, historyEventsOf, withReminders } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { openHolds } from "#app/domain/timeline/open-holds.ts";
import { courtCostsOf } from "#app/use-cases/advances-of.server.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { erasureOf } from "#app/use-cases/privacy/erased-documents.server.ts";
import { ownSight } from "#app/use-cases/sights.server.ts";
import { userById } from "#db/queries/accounts.ts";
import { mandateOver } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { licenceById } from "#db/queries/licences.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { doorLetter } from "./door-payments.server.ts";
import { keepSight, type Visit } from "./door-visit.server.ts";
import { doorReceipts } from "./receipt.server.ts";

/** Who says that the visitor owes what, how it adds up, what shows it, and how it stands. */
export async function doorClaim(visit: Visit) {
  const { ctx, kase } = visit;
  const [events, debtor, evidence, said] = await Promise.all([
    eventsOf(ctx.db, kase.caseId),
    openDebtor(ctx.db, ctx, ownSight(ctx, { caseId: kase.caseId, fields: ["name", "description"] })),
    evidenceOf(ctx.db, ctx, kase.caseId),
    doorReceipts(visit),
  ]);
  const zone = debtor?.zones[0] ?? "UTC";
  const { claim } = kase.answers;
  await keepSight(visit, "claim");
  const figures = await figuresOf(visit, { events, zone });
  return {
    ...(await partiesOf(visit)),
    debtor: debtor?.person?.name ?? null,
    code: kase.code,
    currency: claim.currency,
    kind: claim.kind,
    reference: claim.reference ?? null,
    description: debtor?.person?.description ?? null,
    contractOn: claim.contractOn ?? null,
    dueOn: claim.dueOn,
    figures,
    letter: letterBeside(visit, figures, zone),
    papers: evidence
      .filter(({ kind }) => shownKinds.has(kind))
      .map(({ id, title, kind }) => ({ id, title, kind })),
    erasure: await erasureOf(ctx.db, kase.caseId),
    pauses: openHolds(historyOf(historyEventsOf(events)).holds, ctx.now).map(({ type }) => type),
    said,
    letterOfEnd: await doorLetter(visit),
    isOver: kase.status === "closed" || kase.status === "refused",
    advice: adviceFor(kase.jurisdiction),
  };
}

/** The creditor, and whoever acts for it now: not always the firm that the letter came from. */
async function partiesOf({ ctx, kase, letter }: Visit) {
  const acting = kase.collectorOrgId;
  const [names, mandate, sender] = await Promise.all([
    organizationsById(ctx.db, [kase.creditorOrgId, acting, letter.askedByOrgId]),
    mandateOver(ctx.db, kase.caseId),
    userById(ctx.db, letter.askedBy),
  ]);
  const licence = mandate?.licenceId ? await licenceById(ctx.db, mandate.licenceId) : null;
  const isSender = acting === letter.askedByOrgId;
  return {
    creditor: names.get(kase.creditorOrgId)?.name ?? "",
    firm: acting ? (names.get(acting)?.name ?? "") : null,
    licence: acting && licence ? { number: licence.number, issuer: licence.issuer } : null,
    replyTo: isSender ? (sender?.email ?? null) : null,
  };
}

/** What the law adds to a claim and what was paid, reckoned to today. */
export async function figuresOf(
  { ctx, kase }: Pick<Visit, "ctx" | "kase">,
  { events, zone }: { events: TimelineEvent[]; zone: string },
) {
  const acts = historyEventsOf(events);
  const claim = claimToday({
    ...{ jurisdiction: kase.jurisdiction, answers: kase.answers, events },
    ...{ holds: historyOf(acts).holds, today: dateIn(zone, ctx.now) },
    known: withReminders(factsOf(events), acts, zone),
    series: packOfCase(await lawBook(ctx.db), kase).series,
    courtCosts: await courtCostsOf(ctx.db, kase),
  });
  const { interest } = claim;
  return {
    principal: claim.principal,
    interest: interest.kind === "counted" ? interest.amount : 0,
    fixedSum: interest.kind === "counted" ? (interest.fixedSum ?? 0) : 0,
    /** The law book cannot say what interest comes to; none is counted here. */
    interestUnknown: interest.kind === "refused",
    courtCosts: claim.courtCosts,
    payments: paymentsReceived(events, zone).payments.map(({ on, amount }) => ({ on, amount })),
    total: claim.total,
    asOf: dateIn(zone, ctx.now),
  };
}

type Reckoned = Awaited<ReturnType<typeof figuresOf>>;

/** What the letter in hand asked for, what the law adds to it by today, and what was paid since: together what is still open. */
function letterBeside({ letter }: Visit, figures: Reckoned, zone: string) {
  const asked = Number(letter.owed);
  const added = figures.interest + figures.fixedSum + figures.courtCosts;
  return {
    on: dateIn(zone, letter.claimedAt ?? letter.askedAt),
    ...{ asked, added, paid: asked + added - figures.total },
  };
}

/** What is still open today, for a reckoning; nothing of it is shown. */
export async function doorOwed(visit: Visit): Promise<{ owed: number; zone: string }> {
  const { ctx, kase } = visit;
  const [events, zone] = await Promise.all([eventsOf(ctx.db, kase.caseId), zoneOf(ctx.db, kase.caseId)]);
  return { owed: (await figuresOf(visit, { events, zone })).total, zone };
}
