import { v7 } from "uuid";
import { mustSay, outlookOf } from "#app/domain/contact/spoken.ts";
import { refusedForGood } from "#app/domain/contact/visit.ts";
import { conductUnder } from "#app/domain/contact/visit-conduct.data.ts";
import { isId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openAbout } from "#app/use-cases/debtor.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { namesFor, sightFor } from "#app/use-cases/sights.server.ts";
import { membersOf } from "#db/queries/organizations.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { planOf, plansOf, type VisitPlan } from "#db/queries/visits.ts";
import { collectorNow } from "./collector-now.server.ts";
import { type DebtorAddress, fieldsIn } from "./debtor-address.server.ts";
import { maskedTo } from "./masked-to.ts";
import { actingOn, scriptView, spokenHead } from "./spoken-view.server.ts";
import { plannedScene } from "./visit-now.server.ts";
import { visitScene } from "./visit-scene.server.ts";

/** As many as a case's page shows. */
const shown = 50;

const addressView = (address: DebtorAddress, isShown: boolean) => {
  const to = address.kind === "no-address" ? null : address.to;
  return { state: address.kind, isShown, to: to && !isShown ? maskedTo.post(to) : to };
};

const rowOf = (names: Map<string, string>) => (plan: VisitPlan) => ({
  ...{ id: plan.id, status: plan.status, outcome: plan.outcome },
  at: (plan.startedAt ?? plan.startsAt).toISOString(),
  goes: names.get(plan.goes) ?? null,
});

const namesIn = async (ctx: Ctx, orgId: string) => {
  const members = await membersOf(ctx.db, orgId);
  return new Map(members.map(({ userId, name }) => [userId, name]));
};

/** Whether the debtor of a case may be visited at all, what was planned, and what a plan needs; null for whoever does not act on the case. */
export async function visitView(ctx: Ctx, caseId: string) {
  const kase = await actingOn(ctx, caseId);
  const goes =
    kase && (await collectorNow(ctx.db, kase, { userId: ctx.actor.userId ?? "", orgId: kase.orgId }));
  if (!kase || !goes) return null;
  const [plans, names, evidence] = await Promise.all([
    plansOf(ctx.db, caseId, { limit: shown }),
    namesIn(ctx, kase.orgId),
    evidenceOf(ctx.db, ctx, caseId),
  ]);
  await namesFor(ctx, [caseId]);
  const best = { place: "business_premises", consent: true, evidenceId: null, planId: null } as const;
  const scene = await visitScene(ctx.db, ctx, kase, { ...best, at: ctx.now, goes });
  const { court, judged, elsewhere, zone, address } = scene;
  return {
    ...(await spokenHead(ctx, kase, scene)),
    ...outlookOf(court, judged, { elsewhere, zone, channel: "in_person" }),
    never: refusedForGood(court, judged, { elsewhere, zone }),
    address: addressView(address, false),
    plans: plans.filter(({ orgId }) => orgId === kase.orgId).map(rowOf(names)),
    key: v7({ msecs: ctx.now.getTime() }),
    staff: [...names].map(([userId, name]) => ({ userId, name })),
    userId: goes.userId,
    evidence: evidence.map(({ id, title }) => ({ id, title })),
  };
}

/** One visit: beside whoever stands at the door. On its day the law is asked about this moment, before it about the one that was planned. */
export async function plannedVisitView(
  ctx: Ctx,
  { caseId, planId, language }: { caseId: string; planId: string; language: string | null },
) {
  const kase = await actingOn(ctx, caseId);
  const plan = kase && isId(planId) ? await planOf(ctx.db, { caseId, id: planId }) : null;
  if (!kase || !plan || plan.orgId !== kase.orgId) return null;
  const isShown = plan.status === "planned";
  if (isShown) await sightFor(ctx, { caseId, fields: fieldsIn.post, purpose: "visit" });
  else await namesFor(ctx, [caseId]);
  const names = await namesIn(ctx, kase.orgId);
  const zone = await zoneOf(ctx.db, caseId);
  const [today, on] = [dateIn(zone, ctx.now), dateIn(zone, plan.startsAt)];
  const at = today < on ? plan.startsAt : ctx.now;
  const found = await plannedScene(ctx.db, ctx, kase, { plan, at });
  const goes = { role: ctx.actor.role, userId: plan.goes, orgId: plan.orgId };
  const { place, consentEvidenceId: evidenceId } = plan;
  const scene = found.ok
    ? found.value
    : await visitScene(ctx.db, ctx, kase, {
        ...{ at, goes, place, consent: evidenceId !== null, evidenceId, planId },
      });
  const { court, judged, elsewhere, address, candidates } = scene;
  return {
    ...(await spokenHead(ctx, kase, scene)),
    ...(await scriptView(ctx, kase, { ...scene, channel: "in_person", language })),
    ...outlookOf(court, judged, { elsewhere, zone, channel: "in_person" }),
    must: mustSay(court, judged, candidates),
    conduct: conductUnder(court.pack),
    address: addressView(address, isShown),
    when: today < on ? ("ahead" as const) : today === on ? ("today" as const) : ("over" as const),
    why: found.ok ? null : found.error.why,
    plan: {
      ...rowOf(names)(plan),
      ...{ place, stoppedWhy: plan.stoppedWhy, findings: plan.findings, eventSeq: plan.eventSeq },
      plannedFor: plan.startsAt.toISOString(),
      startTime: timeIn(zone, plan.startsAt),
      endedAt: plan.endedAt?.toISOString() ?? null,
      purpose: await openAbout(ctx.db, ctx, {
        caseId,
        place: wordPlaces.visit(planId),
        sealed: plan.purpose,
      }),
    },
  };
}
