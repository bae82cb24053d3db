import { randomInt } from "node:crypto";
import { z } from "zod";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { sameSecret } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { userById } from "#db/queries/accounts.ts";
import {
  insertSignature,
  insertSigningCode,
  type Side,
  type SignatureRow,
  type SignatureWrite,
  type SigningCodeRow,
  spendCode,
  tryCode,
} from "#db/queries/signatures.ts";
import { transact } from "#db/transact.ts";

/** How long a code is good for. */
export const codeMinutes = 10;

/** What a person gives to sign any paper. */
export const Signing = z.object({
  caseId: z.uuid(),
  /** Typed by hand, as the person signs. */
  fullName: z.string("error.required").trim().min(2, "error.required").max(160, "error.too_long"),
  consent: z.literal("yes", "error.sign_consent"),
  /** The paper the person was shown: another one is not signed by mistake. */
  documentHash: z.string("error.invalid").regex(/^[0-9a-f]{64}$/, "error.invalid"),
  code: z
    .string("error.required")
    .transform((typed) => typed.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "error.code")),
  /** Address of the network that the signature comes from. */
  address: z.string().max(100),
});
export type Signing = z.infer<typeof Signing>;

export type SignedPaper = {
  caseId: string;
  /** The case's code, for people. */
  name: string;
  paperId: string;
  documentHash: string;
  authorityHash: string | null;
};

/** `code-over`: none was sent, or it is too old, used, or tried too often. */
export type CodeRefusal = TooMany | { kind: "code-wrong" } | { kind: "code-over" };

/** Takes a point for a code to this person on this paper, before any transaction begins. */
export const limitCodes = (ctx: Ctx, paperId: string): Promise<Result<null, TooMany>> =>
  limit(ctx, "signingCode", [`${ctx.actor.userId} ${paperId}`]);

/** Mails a fresh code for this person and this very paper; older ones are no good from then on. */
export async function sendCode(tx: Tx, ctx: Ctx, paper: SignedPaper): Promise<void> {
  const user = await userById(tx, ctx.actor.userId ?? "");
  if (!user) throw new Error("Somebody without an account is about to sign");
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const { caseId, paperId, name, documentHash } = paper;
  await insertSigningCode(tx, {
    caseId,
    id: newId(ctx.now),
    paperId,
    userId: user.id,
    codeMac: macsOf(ctx, paper, code)[0],
    sentAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + codeMinutes * 60_000),
  });
  const values = { code, case: name, minutes: codeMinutes, hash: documentHash.slice(0, 12) };
  await writeMail(tx, ctx, { to: user.email, locale: user.locale, kind: "signing_code", values });
}

/** Bound to the person, the paper and its hash: a code for another paper is no code for this one. */
const macsOf = (
  ctx: Ctx,
  { caseId, paperId, documentHash }: Omit<SignedPaper, "name" | "authorityHash">,
  code: string,
) => ctx.secrets.macs("signing-code", [caseId, paperId, ctx.actor.userId, documentHash, code].join("\n"));

/**
 * Checks a code, in a transaction of its own: a wrong try counts even though what follows is refused. The code is not used up yet, so
 * that a signature refused for another reason does not cost one.
 */
export async function proveSigningCode(
  ctx: Ctx,
  paper: Omit<SignedPaper, "name" | "authorityHash">,
  code: string,
): Promise<Result<SigningCodeRow, CodeRefusal>> {
  const userId = ctx.actor.userId ?? "";
  const allowed = await limit(ctx, "signingTry", [userId]);
  if (!allowed.ok) return allowed;
  const tried = await transact<SigningCodeRow | null, never>(ctx, async (tx) =>
    ok(await tryCode(tx, { caseId: paper.caseId, userId, now: ctx.now })),
  );
  if (!tried.ok || !tried.value) return err({ kind: "code-over" });
  const { codeMac } = tried.value;
  const isRight = macsOf(ctx, paper, code).some((mac) => sameSecret(mac, codeMac));
  if (!isRight) return err({ kind: "code-wrong" });
  await forgiveAll(ctx, "signingTry", [userId]);
  return ok(tried.value);
}

type Given = { side: Side; code: SigningCodeRow; signing: Signing; paper: SignedPaper };

/** Uses the code up and writes the signature. Of two at the same moment one is refused, by the code and by the database. */
export async function placeSignature(
  tx: Tx,
  ctx: Ctx,
  { side, code, signing, paper }: Given,
): Promise<Result<SignatureRow, { kind: "code-over" } | { kind: Exclude<SignatureWrite, "done"> }>> {
  if (!(await spendCode(tx, code, ctx.now))) return err({ kind: "code-over" });
  const user = await userById(tx, ctx.actor.userId ?? "");
  const row: SignatureRow = {
    caseId: paper.caseId,
    id: newId(ctx.now),
    paperId: paper.paperId,
    side,
    orgId: ctx.actor.orgId ?? "",
    userId: ctx.actor.userId ?? "",
    name: signing.fullName,
    email: user?.email ?? "",
    codeSentAt: code.sentAt,
    address: signing.address,
    documentHash: paper.documentHash,
    authorityHash: paper.authorityHash,
    signedAt: ctx.now,
  };
  const written = await insertSignature(tx, row);
  return written === "done" ? ok(row) : err({ kind: written });
}
