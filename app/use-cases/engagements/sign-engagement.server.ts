import { eq } from "drizzle-orm";
import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import { stopTimers } from "#app/use-cases/timers/set-timer.server.ts";
import type { Tx } from "#db/client.ts";
import { type AwardRow, awardInForce, setAwardStatus } from "#db/queries/awards.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import {
  type EngagementRow,
  engagementFor,
  markEngaged,
  type Side,
  writeSignature,
} from "#db/queries/engagements.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { cases } from "#db/schema/cases.ts";
import { transact } from "#db/transact.ts";

export const SignEngagement = z.object({
  caseId: z.uuid(),
  /** Typed by hand, as the person signs. */
  fullName: z.string("error.required").trim().min(2, "error.required").max(160, "error.too_long"),
  consent: z.literal("yes", "error.sign_consent"),
  /** The paper the person was shown: another one is not signed by mistake. */
  documentHash: z.string("error.invalid").regex(/^[0-9a-f]{64}$/, "error.invalid"),
});

export type SignRefusal =
  | { kind: "case-not-found" }
  | { kind: "nothing-to-sign" }
  | { kind: "paper-changed" }
  | { kind: "already-signed" }
  | { kind: "too-late"; signBy: Date }
  | { kind: "not-capable"; decision: Decision };

export type Signed = { engaged: boolean };

/** Signs the engagement for the actor's side; the second signature brings it into force and names the debtor to the collector. */
export function signEngagement(
  ctx: Ctx,
  input: z.infer<typeof SignEngagement>,
): Promise<Result<Signed, SignRefusal>> {
  return transact<Signed, SignRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const relation = kase && relationTo(ctx.actor, kase);
    if (!kase || !relation || !may(ctx.actor, "engagement.sign", relation))
      return err({ kind: "case-not-found" });
    const award = await awardInForce(tx, kase.caseId);
    const paper = award && (await engagementFor(tx, { caseId: kase.caseId, awardId: award.id }));
    if (!award || !paper || kase.status !== "signing") return err({ kind: "nothing-to-sign" });
    const side: Side = relation === "creditor" ? "creditor" : "collector";
    const refusal = refusalOf(ctx, { input, award, paper, side });
    if (refusal) return err(refusal);

    await writeSignature(tx, paper, { side, by: ctx.actor.userId ?? "", name: input.fullName, at: ctx.now });
    const recorded = await recordEvent(tx, ctx, kase, {
      type: "signed",
      occurredAt: ctx.now,
      payload: { refs: { side, awardId: award.id, documentHash: paper.documentHash } },
    });
    if (!recorded.ok) return err(incapable(recorded.error));
    const other = side === "creditor" ? paper.collectorSignedAt : paper.creditorSignedAt;
    if (!other) {
      await tellOther(tx, ctx, kase, { award, side });
      return ok({ engaged: false });
    }
    const engaged = await engage(tx, ctx, kase, { award, paper });
    return engaged.ok ? ok({ engaged: true }) : err(incapable(engaged.error));
  });
}

type Signing = { input: z.infer<typeof SignEngagement>; award: AwardRow; paper: EngagementRow; side: Side };

function refusalOf({ now }: Ctx, { input, award, paper, side }: Signing): SignRefusal | null {
  if (input.documentHash !== paper.documentHash) return { kind: "paper-changed" };
  if (side === "creditor" ? paper.creditorSignedAt : paper.collectorSignedAt)
    return { kind: "already-signed" };
  return now >= award.signBy ? { kind: "too-late", signBy: award.signBy } : null;
}

const incapable = ({ decision }: NotLawful): SignRefusal => ({ kind: "not-capable", decision });

/** Brings the mandate into force. The law looks at the collector's licence once more, whoever signs last. */
async function engage(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { award, paper }: { award: AwardRow; paper: EngagementRow },
): Promise<Result<null, NotLawful>> {
  const status = caseMoves[kase.status].engage;
  const collector = await organizationOf(tx, award.collectorOrgId);
  if (!status || !collector || collector.kind === "platform")
    throw new Error(`Case ${kase.caseId} cannot be engaged`);
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "engaged",
    occurredAt: ctx.now,
    subject: { orgId: collector.id, role: collector.kind },
    payload: {
      facts: { engagementSigned: true },
      refs: { awardId: award.id, engagementId: paper.id, documentHash: paper.documentHash },
    },
  });
  if (!recorded.ok) return recorded;
  await markEngaged(tx, paper, ctx.now);
  await setAwardStatus(tx, award, "engaged");
  await stopTimers(tx, ctx, { caseId: kase.caseId, kind: "lapse_award" });
  await tx
    .update(cases)
    .set({ status, collectorOrgId: collector.id, updatedAt: ctx.now })
    .where(eq(cases.caseId, kase.caseId));
  for (const toOrgId of [kase.creditorOrgId, collector.id]) {
    await notify(tx, ctx, {
      kind: "engaged",
      values: { case: kase.code },
      toOrgId,
      href: `/cases/${kase.caseId}`,
    });
  }
  return ok(null);
}

async function tellOther(tx: Tx, ctx: Ctx, kase: CaseRow, { award, side }: { award: AwardRow; side: Side }) {
  const signer = await organizationOf(tx, ctx.actor.orgId ?? "");
  await notify(tx, ctx, {
    kind: "signed",
    values: { case: kase.code, by: signer?.name ?? "" },
    toOrgId: side === "creditor" ? award.collectorOrgId : kase.creditorOrgId,
    href: `/cases/${kase.caseId}/engagement`,
  });
}
