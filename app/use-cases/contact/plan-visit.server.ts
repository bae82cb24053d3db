import { may } from "#app/domain/accounts/access.ts";
import { decidePlan } from "#app/domain/contact/visit.ts";
import type { PlanVisit } from "#app/domain/contact/visit-forms.ts";
import { idOfDigest } from "#app/domain/ids.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { addDays, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealAbout } from "#app/use-cases/debtor.server.ts";
import { knownProof } from "#app/use-cases/proof.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { isBarredByConduct } from "#db/queries/conduct.ts";
import { lockAddress } from "#db/queries/contact.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { insertPlan, planOf } from "#db/queries/visits.ts";
import { transact } from "#db/transact.ts";
import { collectorNow } from "./collector-now.server.ts";
import type { DebtorAddress } from "./debtor-address.server.ts";
import { unfitIn } from "./record-spoken.server.ts";
import { spokenAddress } from "./spoken-scene.server.ts";
import { type Visiting, visitScene } from "./visit-scene.server.ts";

/** Further ahead nobody knows what will be lawful. */
const mostDaysAhead = 60;

/** Words for an address that nobody may go to. */
export const noDoor = {
  "no-address": "no-postal-address",
  unverified: "postal-unverified",
  dead: "postal-dead",
} as const satisfies Record<Exclude<DebtorAddress["kind"], "verified">, string>;

export type PlanRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-engaged" }
  | { kind: "conduct" }
  | { kind: (typeof noDoor)[keyof typeof noDoor] }
  /** Whoever is to go is no member of the firm. */
  | { kind: "not-staff" }
  | { kind: "no-such-time" }
  | { kind: "in-the-past" }
  | { kind: "too-far-ahead" }
  | { kind: "proof-needed" }
  /** The purpose holds words that may not reach a debtor. */
  | { kind: "purpose-unfit"; findings: Finding[] };

export type PlanOutcome = { planned: true; planId: string } | { planned: false; decision: Decision };

/**
 * Plans a visit: the first of its decisions, for the moment it is planned for. Nothing of it reaches the debtor yet, so a refusal keeps nothing. The case
 * and the person's address are held, so that two plans at once cannot both fit under a cap.
 */
export function planVisit(ctx: Ctx, input: PlanVisit): Promise<Result<PlanOutcome, PlanRefusal>> {
  return transact<PlanOutcome, PlanRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const { userId, orgId } = ctx.actor;
    if (!kase || !userId || !orgId || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (kase.status !== "engaged" || kase.collectorOrgId !== orgId) return err({ kind: "not-engaged" });
    if (await isBarredByConduct(tx, { caseId: kase.caseId, orgId })) return err({ kind: "conduct" });
    const planId = idOfDigest(sha256(canonicalJson(input)));
    if (await planOf(tx, { caseId: kase.caseId, id: planId })) return ok({ planned: true, planId });
    const visiting = await visitingFrom(tx, ctx, kase, input);
    if (!visiting.ok) return visiting;
    const address = await spokenAddress(tx, ctx, { caseId: kase.caseId, channel: "in_person" });
    if (address.kind !== "verified") return err({ kind: noDoor[address.kind] });
    await lockAddress(tx, address.addressKey);
    const scene = await visitScene(tx, ctx, kase, visiting.value);
    const findings = unfitIn(scene, input.purpose);
    if (findings.length > 0) return err({ kind: "purpose-unfit", findings });
    const decision = decidePlan(scene.court, scene.judged, scene);
    if (!decision.allowed) return ok({ planned: false, decision });
    const place = wordPlaces.visit(planId);
    await insertPlan(tx, {
      ...{ caseId: kase.caseId, id: planId, orgId, plannedBy: userId, plannedAt: ctx.now },
      ...{ goes: input.goes, startsAt: visiting.value.at, place: input.place },
      ...{ addressKey: address.addressKey, consentEvidenceId: visiting.value.evidenceId },
      purpose: await sealAbout(tx, ctx, { caseId: kase.caseId, place }, input.purpose),
      ...{ status: "planned", lookAt: ctx.now, seenSeq: scene.court.events.at(-1)?.seq ?? 0 },
    });
    return ok({ planned: true, planId });
  });
}

/** Who goes when, as far as the form can say it. */
async function visitingFrom(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { goes, on, time, place, consent, evidenceId: given }: PlanVisit,
): Promise<Result<Visiting, PlanRefusal>> {
  const goer = await collectorNow(tx, kase, { userId: goes, orgId: ctx.actor.orgId ?? "" });
  if (!goer) return err({ kind: "not-staff" });
  const zone = await zoneOf(tx, kase.caseId);
  const at = instantAt(zone, on, time);
  if (!at) return err({ kind: "no-such-time" });
  if (at <= ctx.now) return err({ kind: "in-the-past" });
  if (on > addDays(dateIn(zone, ctx.now), mostDaysAhead)) return err({ kind: "too-far-ahead" });
  const agreed = consent === "yes";
  const evidenceId = agreed ? await knownProof(tx, kase.caseId, { evidenceId: given }) : null;
  if (agreed && !evidenceId) return err({ kind: "proof-needed" });
  return ok({ at, goes: goer, place, consent: agreed, evidenceId, planId: null });
}
