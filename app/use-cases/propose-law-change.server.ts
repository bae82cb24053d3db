import { may } from "#app/domain/accounts/access.ts";
import { newId } from "#app/domain/ids.ts";
import type { LawChange } from "#app/domain/law/book/changes.ts";
import { type ChangeFlaw, flawOf } from "#app/domain/law/book/flaws.ts";
import type { PackId } from "#app/domain/law/pack.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { changeOf, insertLawChange, type LawChangeRow, lawBook } from "#db/queries/law.ts";
import { membersOf } from "#db/queries/organizations.ts";
import type { Ctx } from "./ctx.ts";
import { notify } from "./notify.server.ts";

export type ProposalRefusal = { kind: "not-allowed" } | { kind: "flaw"; flaw: ChangeFlaw };
export type Proposed = { changeId: string };

type Proposal = Pick<
  LawChangeRow,
  "kind" | "subject" | "body" | "citation" | "url" | "reason" | "effectiveOn"
> & { packId: PackId };

/** The civil date at a pack's courts; where the country has several zones, UTC's. */
export const lawDay = (packId: string, now: Date) => dateIn(packFor(packId)?.zone ?? "UTC", now);

/** Writes a proposal that the book of today can take, and tells the other administrators. Nothing changes by it yet. */
export async function proposeLawChange(
  tx: Tx,
  ctx: Ctx,
  proposal: Proposal,
): Promise<Result<Proposed, ProposalRefusal>> {
  const { userId } = ctx.actor;
  if (!userId || !may(ctx.actor, "law.propose", "none")) return err({ kind: "not-allowed" });
  const row: LawChangeRow = {
    ...proposal,
    id: newId(ctx.now),
    status: "proposed",
    proposedBy: userId,
    proposedAt: ctx.now,
    decidedBy: null,
    decidedAt: null,
    decisionNote: null,
    seq: null,
    packVersion: null,
  };
  const change: LawChange = changeOf(row);
  const flaw = flawOf(await lawBook(tx), change, lawDay(row.packId, ctx.now));
  if (flaw) return err({ kind: "flaw", flaw });
  await insertLawChange(tx, row);
  await insertAudit(tx, ctx, lawAudit("law.proposed", row));
  await tellAdmins(tx, ctx, row);
  return ok({ changeId: row.id });
}

/** What the audit log keeps of a change: which, never its words. */
export const lawAudit = (
  operation: `law.${"proposed" | "approved" | "refused" | "withdrawn"}`,
  { id, packId, kind, subject }: Pick<LawChangeRow, "id" | "packId" | "kind" | "subject">,
) => ({ operation, subjectKind: "law" as const, subjectId: id, details: { packId, kind, subject } });

async function tellAdmins(tx: Tx, ctx: Ctx, { id, subject }: LawChangeRow) {
  const admins = await membersOf(tx, ctx.actor.orgId ?? "");
  const userIds = admins.map((each) => each.userId).filter((each) => each !== ctx.actor.userId);
  await notify(tx, ctx, {
    userIds,
    kind: "law_proposed",
    values: { subject },
    href: `/admin/law/changes/${id}`,
  });
}
