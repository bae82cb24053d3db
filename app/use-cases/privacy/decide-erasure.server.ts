import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCase } from "#db/queries/cases.ts";
import { answerOpenRequest } from "#db/queries/data-requests.ts";
import { subjectKeyOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";
import { erasePerson } from "./erase-person.server.ts";
import { erasureStanding } from "./erasure-standing.server.ts";

export const DecideErasure = z.object({
  caseId: z.uuid(),
  answer: z.enum(["erase", "refuse"], "error.choose"),
});

/** `still-needed`: something stands against it by now; `nothing-against`: nothing does any more, and a refusal would have no reason. */
export type ErasureRefusal =
  | { kind: "case-not-found" }
  | { kind: "still-needed" }
  | { kind: "nothing-against" };

const answered = ({ actor, now }: Ctx) => ({ answeredBy: actor.userId, answeredAt: now });

/**
 * Answers a debtor's request to be erased: it is done where nothing stands against it, and refused with everything that does. Either answer is kept, and read at the door
 * where it was asked for there.
 * Answered again after it was done, it is done.
 */
export function decideErasure(
  ctx: Ctx,
  { caseId, answer }: z.infer<typeof DecideErasure>,
): Promise<Result<null, ErasureRefusal>> {
  return transact<null, ErasureRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "erasure.decide", "none")) return err({ kind: "case-not-found" });
    if ((await subjectKeyOf(tx, caseId))?.destroyedAt) return ok(null);
    const { allowed, longest, obstacles, terms, today } = await erasureStanding(tx, ctx, kase);
    if (answer === "erase") {
      if (!allowed || !longest) return err({ kind: "still-needed" });
      await erasePerson(tx, ctx, kase, { rule: longest.row.id, why: "request" });
      return ok(null);
    }
    if (allowed) return err({ kind: "nothing-against" });
    const running = terms.filter(({ endedOn }) => endedOn > today);
    await answerOpenRequest(
      tx,
      { caseId, kind: "erase" },
      {
        ...{ ...answered(ctx), answer: "refused" },
        against: {
          obstacles,
          terms: running.map(({ row, since, endedOn }) => ({ id: row.id, since, endedOn })),
        },
      },
    );
    await insertAudit(tx, ctx, {
      operation: "debtor.erasure_refused",
      subjectKind: "case",
      subjectId: caseId,
      details: { obstacles, rule: longest?.row.id ?? null, until: longest?.endedOn ?? null },
    });
    return ok(null);
  });
}
