import { z } from "zod";
import { debtorOn, system } from "#app/domain/accounts/actor.ts";
import { readLetterCode } from "#app/domain/contact/letter-code.ts";
import { answersOnFile, readingsOf } from "#app/domain/debtors/known-fact.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { newToken, sameSecret, sha256 } from "#app/gateways/secrets.server.ts";
import { letterBehind } from "#app/use-cases/contact/letter-code.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase } from "#db/queries/cases.ts";
import type { ContactMessage } from "#db/queries/contact.ts";
import { insertVisit } from "#db/queries/debtors.ts";
import { transact } from "#db/transact.ts";

/** Called `letter` and `fact`, so that a form that is refused gives both back. */
export const EnterDoor = z.object({
  letter: z.string("error.required").max(200, "error.too_long"),
  fact: z.string("error.required").max(200, "error.too_long"),
  address: z.string(),
});

/** One refusal, whatever is wrong: the code, the fact, or too many tries at this letter. */
export type EnterRefusal = { kind: "no-entry" } | TooMany;

/** Long enough to read everything and find a paper; short enough for a borrowed phone. */
export const visitMinutes = 120;

/**
 * Lets a letter's reader in to the case it is about: the letter's code, and a fact about them that is on file and stands in no letter. Tries are
 * counted by letter, by the code as it was typed, so that a code that nobody gave is used up like a real one.
 */
export async function enterDoor(
  ctx: Ctx,
  { letter, fact, address }: z.infer<typeof EnterDoor>,
): Promise<Result<{ token: string }, EnterRefusal>> {
  const code = readLetterCode(letter);
  if (!code) return err({ kind: "no-entry" });
  const allowed = await limit(ctx, "doorTry", [address]);
  if (!allowed.ok) return allowed;
  const left = await limit(ctx, "doorLetter", [code]);
  const found = await letterBehind(ctx.db, ctx, code);
  const fits = await factFits(ctx, found, fact);
  if (!found || !fits || !left.ok) return err({ kind: "no-entry" });
  await forgiveAll(ctx, "doorLetter", [code]);
  return ok({ token: await openVisit(ctx, found) });
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** Looks at every answer there is, in the same time whichever of them fits. */
async function factFits(ctx: Ctx, found: ContactMessage | null, fact: string): Promise<boolean> {
  const caseId = found?.caseId ?? nobody;
  const [kase, debtor] = await Promise.all([
    findCase(ctx.db, system, caseId),
    openDebtor(ctx.db, ctx, byMachine({ caseId, fields: ["phone", "address"] })),
  ]);
  const { principal, currency } = kase?.answers.claim ?? { principal: 0, currency: "USD" };
  const { phone = null, address = null } = debtor?.person ?? {};
  // Of whom was erased nothing is left to know them by.
  if (debtor && !debtor.person) return false;
  const answers = answersOnFile({ phone, address, principal, currency });
  const same = answers.flatMap((answer) => readingsOf(fact).map((reading) => sameSecret(reading, answer)));
  return same.some(Boolean);
}

async function openVisit(ctx: Ctx, { caseId, id: letterId }: ContactMessage): Promise<string> {
  const token = newToken();
  const as: Ctx = { ...ctx, actor: debtorOn(caseId) };
  await transact<null, never>(as, async (tx) => {
    await insertVisit(tx, {
      ...{ tokenHash: sha256(token), caseId, letterId, openedAt: ctx.now },
      expiresAt: new Date(ctx.now.getTime() + visitMinutes * 60_000),
    });
    await insertAudit(tx, as, {
      operation: "door.entered",
      subjectKind: "case",
      subjectId: caseId,
      details: { letterId },
    });
    return ok(null);
  });
  return token;
}
