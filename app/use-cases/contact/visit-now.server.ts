import { decideContact } from "#app/domain/contact/gate.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { isBarredByConduct } from "#db/queries/conduct.ts";
import type { VisitPlan } from "#db/queries/visits.ts";
import { collectorNow } from "./collector-now.server.ts";
import { noDoor } from "./plan-visit.server.ts";
import { type Visiting, type VisitScene, visitScene } from "./visit-scene.server.ts";

/** Why a planned visit may not take place: a word `visit.why.*`, with what the law found where it is the law. */
export type Stop = { why: string; findings?: Finding[] };

type Asked = Pick<Visiting, "at" | "told">;

/**
 * A planned visit as it is judged at a moment, by whoever is to go as they stand now; or why nobody goes. Whoever tells of it was at the address that
 * was planned for, whatever became of it since.
 */
export async function plannedScene(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  { plan, ...asked }: Asked & { plan: VisitPlan },
): Promise<Result<VisitScene, Stop>> {
  const goes = await collectorNow(reader, kase, { userId: plan.goes, orgId: plan.orgId });
  if (!goes) return err({ why: isActing(kase, plan) ? "goer-left" : "mandate-ended" });
  if (await isBarredByConduct(reader, { caseId: kase.caseId, orgId: plan.orgId }))
    return err({ why: "conduct" });
  const { place, consentEvidenceId: evidenceId, id: planId } = plan;
  const visiting = { ...asked, goes, place, consent: evidenceId !== null, evidenceId, planId };
  const scene = await visitScene(reader, ctx, kase, visiting);
  const { address } = scene;
  if (asked.told) return ok(scene);
  if (address.kind !== "verified") return err({ why: noDoor[address.kind] });
  if (address.addressKey !== plan.addressKey) return err({ why: "address-changed" });
  return ok(scene);
}

const isActing = ({ status, collectorOrgId }: CaseRow, { orgId }: VisitPlan) =>
  status === "engaged" && collectorOrgId === orgId;

/** Whether a planned visit would be lawful at a moment; other plans count once theirs has come. */
export async function stopOf(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  { plan, at }: { plan: VisitPlan; at: Date },
): Promise<Stop | null> {
  const found = await plannedScene(reader, ctx, kase, { plan, at });
  if (!found.ok) return found.error;
  const { court, judged, elsewhere, planned, zone } = found.value;
  const beside = { elsewhere: [...elsewhere, ...planned], zone, channel: "in_person" } as const;
  const { allowed, findings } = decideContact(court, judged, beside);
  return allowed ? null : { why: "not-lawful", findings };
}
