import { randomInt } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";
import { readMachineClock } from "#app/gateways/clock.server.ts";
import { totpStepOf } from "#app/gateways/totp.server.ts";
import type { Tx } from "#db/client.ts";
import { type UserRow, updateUser } from "#db/queries/accounts.ts";
import { replaceRecoveryCodes, spendRecoveryCode } from "#db/queries/recovery-codes.ts";
import type { Ctx } from "./ctx.ts";

/** `code-used`: right, but it was accepted before (RFC 6238 5.2); the next one comes within 30 seconds. */
export type CodeRefusal = { kind: "code-wrong" } | { kind: "code-used" };

type Person = Pick<UserRow, "id" | "totpSecret" | "totpLastStep">;
type Needs = Pick<Ctx, "secrets" | "now">;

/** Checks an authenticator's code, or uses up a recovery code. The person's row must be locked. */
export async function proveCode(
  tx: Tx,
  ctx: Needs,
  user: Person,
  code: string,
): Promise<Result<null, CodeRefusal>> {
  const plain = code.replace(/[\s-]/g, "").toUpperCase();
  if (/^\d{6}$/.test(plain)) return proveTotp(tx, ctx, user, plain);
  const codeHash = recoveryHash(ctx, user.id, plain);
  const used = await spendRecoveryCode(tx, { userId: user.id, codeHash, at: ctx.now });
  return used ? ok(null) : err({ kind: "code-wrong" });
}

/** Checks an authenticator's code alone. */
export async function proveTotp(
  tx: Tx,
  ctx: Needs,
  user: Person,
  code: string,
): Promise<Result<null, CodeRefusal>> {
  if (!user.totpSecret) return err({ kind: "code-wrong" });
  const secret = ctx.secrets.unseal("totp", user.totpSecret);
  const step = totpStepOf(secret, code, await readMachineClock(tx));
  if (step === null) return err({ kind: "code-wrong" });
  if (user.totpLastStep !== null && step <= user.totpLastStep) return err({ kind: "code-used" });
  await updateUser(tx, user.id, { totpLastStep: step });
  return ok(null);
}

/** Without I, L, O and U, which are misread. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const pick = (length: number) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

/** Makes ten codes of 50 random bits, replacing all older ones. They are returned once and stored as MACs. */
export async function issueRecoveryCodes(tx: Tx, ctx: Needs, userId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => `${pick(5)}-${pick(5)}`);
  const hashes = codes.map((code) => recoveryHash(ctx, userId, code.replace("-", "")));
  await replaceRecoveryCodes(tx, userId, hashes);
  return codes;
}

const recoveryHash = (ctx: Needs, userId: string, plain: string) =>
  ctx.secrets.mac("recovery-code", `${userId}:${plain}`);
