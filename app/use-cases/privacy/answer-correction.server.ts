import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { mailAddress, phoneNumber } from "#app/domain/cases/answers.ts";
import { debtorText } from "#app/domain/cases/likeness.ts";
import { personalFields } from "#app/domain/cases/personal.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { plainText } from "#app/domain/timeline/step-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor, sealPersonal } from "#app/use-cases/debtor.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCase } from "#db/queries/cases.ts";
import { answerOpenRequest, dataRequest } from "#db/queries/data-requests.ts";
import { correctDebtorRow, subjectKeyOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";
import { sealRequestWords } from "./request-words.server.ts";

const correctable = ["name", "address", "phone", "email"] as const;
type Correction = Partial<Record<(typeof correctable)[number], string>>;

/** What is on file is put right, field by field, or the request is refused with a reason; a field left empty stays as it is. */
export const AnswerCorrection = z
  .object({
    caseId: z.uuid(),
    requestId: z.uuid(),
    answer: z.enum(["corrected", "refused"], "error.choose"),
    name: plainText(200).optional(),
    address: plainText(400).optional(),
    phone: phoneNumber.optional(),
    email: mailAddress.optional(),
    reason: plainText(2_000).optional(),
  })
  .refine(({ answer, reason }) => answer !== "refused" || reason, {
    path: ["reason"],
    message: "error.required",
  })
  .refine(({ answer, ...given }) => answer !== "corrected" || correctable.some((field) => given[field]), {
    path: ["name"],
    message: "error.required",
  });

export type CorrectionRefusal = { kind: "request-not-found" } | { kind: "request-answered" };

/**
 * Answers a debtor's request to have their data corrected; they read it at the door. A channel belongs to the address it was verified for: with another one on
 * file nothing goes out by it until that is verified too.
 */
export const answerCorrection = (
  ctx: Ctx,
  { caseId, requestId, answer, reason, ...given }: z.infer<typeof AnswerCorrection>,
): Promise<Result<null, CorrectionRefusal>> =>
  transact<null, CorrectionRefusal>(ctx, async (tx) => {
    const { userId } = ctx.actor;
    const kase = await lockCase(tx, ctx.actor, caseId);
    const request = await dataRequest(tx, { caseId, id: requestId });
    const mine = kase && userId && may(ctx.actor, "erasure.decide", "none");
    if (!mine || request?.kind !== "correct") return err({ kind: "request-not-found" });
    if (request.answer || (await subjectKeyOf(tx, caseId))?.destroyedAt)
      return err({ kind: "request-answered" });
    const fields = answer === "corrected" ? await correct(tx, ctx, caseId, given) : [];
    await answerOpenRequest(tx, request, {
      ...{ answer, answeredBy: userId, answeredAt: ctx.now },
      reason: await sealRequestWords(tx, ctx, request, { field: "reason", words: reason }),
    });
    await insertAudit(tx, ctx, {
      ...{ operation: `data_request.${answer}`, subjectKind: "case", subjectId: caseId },
      details: { no: request.no, fields },
    });
    return ok(null);
  });

async function correct(tx: Tx, ctx: Ctx, caseId: string, given: Correction): Promise<string[]> {
  const debtor = await openDebtor(tx, ctx, byMachine({ caseId, fields: personalFields }));
  if (!debtor?.person) throw new Error("Nothing is put right of an erased debtor");
  const fields = correctable.filter((field) => given[field]);
  const right = { ...debtor.person, ...Object.fromEntries(fields.map((field) => [field, given[field]])) };
  await correctDebtorRow(tx, caseId, {
    ...(await sealPersonal(tx, ctx, caseId, right)),
    nameKey: ctx.secrets.mac("debtor-name", debtorText(right.name, debtor.placeCode)),
  });
  return fields;
}
