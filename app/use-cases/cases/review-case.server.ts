import { may } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { debtorDay } from "#app/domain/cases/debtor-day.ts";
import { claimFindings, verdicts } from "#app/domain/cases/eligibility.ts";
import { evidenceNeeds } from "#app/domain/cases/evidence.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { isId } from "#app/domain/ids.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { pathOf, spelledPath, zonesOf } from "#app/domain/places/register.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { notesOf } from "#app/use-cases/log-notes.server.ts";
import { maskedCard } from "#app/use-cases/privacy/debtor-card.server.ts";
import { sightFor } from "#app/use-cases/sights.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** What the creditor wrote about the claim, which may name anybody. */
async function descriptionOf(ctx: Ctx, caseId: string): Promise<string | null> {
  const sight = await sightFor(ctx, { caseId, fields: ["description"], purpose: "review" });
  return (await openDebtor(ctx.db, ctx, sight))?.person?.description ?? null;
}

/**
 * A case as its reviewer sees it. Who the debtor is stays out: that is asked for apart, with a purpose, and logged
 * (`viewDebtor`).
 */
export async function caseUnderReview(ctx: Ctx, caseId: string) {
  if (!isId(caseId) || !may(ctx.actor, "case.review", "none")) return null;
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase) return null;
  const [creditor, description, identity, evidence, events, notes] = await Promise.all([
    organizationOf(ctx.db, kase.creditorOrgId),
    descriptionOf(ctx, caseId),
    maskedCard(ctx, caseId),
    evidenceOf(ctx.db, ctx, caseId),
    eventsOf(ctx.db, caseId),
    notesOf(ctx.db, ctx, caseId),
  ]);
  const zones = zonesOf(kase.placeCode);
  const today = debtorDay(zones, ctx.now);
  const facts = factsOf(events);
  const pack = packOfCase(await lawBook(ctx.db), kase);
  const { jurisdiction, answers } = kase;
  const limitation = limitationOf({ jurisdiction, facts, on: today, series: pack.series });
  const findings = claimFindings({ pack, facts, history: historyEventsOf(events), at: ctx.now });
  return {
    caseId,
    code: kase.code,
    status: kase.status,
    waiting: caseMoves[kase.status].approve !== undefined,
    postedAt: kase.postedAt,
    updatedAt: kase.updatedAt,
    creditorName: creditor?.name ?? "",
    place: spelledPath(pathOf(kase.placeCode), ctx.locale),
    zone: zones[0] ?? "UTC",
    today,
    debtor: answers.debtor,
    identity,
    claim: { ...answers.claim, description },
    history: answers.history,
    goal: answers.goal,
    evidence,
    needs: evidenceNeeds(answers, evidence),
    pack: {
      id: pack.id,
      version: pack.version,
      signedOffBy: pack.signedOffBy,
      signedOffOn: pack.signedOffOn,
    },
    limitation,
    findings,
    verdicts: verdicts({
      findings,
      disputed: answers.history.disputed,
      barred: limitation.refused ? null : limitation.barred === true,
    }),
    total: claimToday({ jurisdiction, answers, events, known: facts, today, series: pack.series }),
    /** Reasons of earlier returns, oldest first. */
    returns: events
      .filter(({ type }) => type === "returned")
      .map(({ seq, recordedAt }) => ({ at: recordedAt, reason: notes.get(seq) ?? "" })),
  };
}
