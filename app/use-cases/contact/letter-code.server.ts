import {
  type LetterCode,
  letterCodeFrom,
  readLetterCode,
  showLetterCode,
} from "#app/domain/contact/letter-code.ts";
import type { LetterLinks } from "#app/domain/contact/with-code.ts";
import { type Secrets, sameSecret } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader, Tx } from "#db/client.ts";
import type { ContactMessage } from "#db/queries/contact.ts";
import { insertLetterCode, letterUnder, paperUnder } from "#db/queries/letter-codes.ts";
import type { PaperRow } from "#db/queries/papers.ts";

type Letter = { caseId: string; id: string };

/** A letter that lies in a drawer for longer is asked about again by its firm. */
const lifeMs = 2 * 365 * 86_400_000;

/** The code of a letter: made of its ids under a key that nobody else has, so that it is the same whenever it is asked for. */
const codeOf = (secrets: Secrets, { caseId, id }: Letter): LetterCode =>
  letterCodeFrom(Buffer.from(secrets.mac("letter-code", `${caseId}/${id}`), "hex"));

/** The code as it is printed, and the addresses it opens: one to check the letter, one to answer it. */
export function codeFor(
  { secrets, publicUrl }: Pick<Ctx, "secrets" | "publicUrl">,
  letter: Letter,
): LetterLinks {
  return linksOf(publicUrl, showLetterCode(codeOf(secrets, letter)));
}

export const linksOf = (publicUrl: string, code: string): LetterLinks => ({
  code,
  verifyUrl: `${publicUrl}/verify/${code}`,
  verifyPage: `${publicUrl}/verify`,
  doorUrl: `${publicUrl}/door/${code}`,
});

const codeKeyPurpose = "letter-code-key";

/** The digest a letter's code is found by, and those it may still lie under while keys are changed. */
export const codeKeysOf = (secrets: Secrets, letter: Letter): string[] =>
  secrets.macs(codeKeyPurpose, codeOf(secrets, letter));

/** Makes the code of a letter, or of a paper that is checked like one, known to the pages that read it. Done again, nothing changes. */
export function issueCode(
  tx: Tx,
  { secrets, now }: Pick<Ctx, "secrets" | "now">,
  letter: Letter,
  lifetimeMs = lifeMs,
): Promise<void> {
  const [codeKey, ...former] = codeKeysOf(secrets, letter);
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const row = { codeKey, caseId: letter.caseId, letterId: letter.id, issuedAt: now, expiresAt };
  return insertLetterCode(tx, row, former);
}

/**
 * The letter that went out under a code. Null alike for a code that was never given, was altered, has run out, was ended, or stands on a
 * letter that never went out: whoever asks learns nothing of which.
 */
export async function letterBehind(
  reader: Reader,
  { secrets, now }: Pick<Ctx, "secrets" | "now">,
  typed: string,
): Promise<ContactMessage | null> {
  const code = readLetterCode(typed);
  const letter = await letterUnder(reader, { codeKeys: secrets.macs(codeKeyPurpose, code ?? ""), now });
  const right = codeOf(secrets, letter ?? { caseId: "", id: "" });
  return sameSecret(code ?? "", right) ? letter : null;
}

/** The paper for a debtor that bears a code, under the same one "no". */
export async function paperBehind(
  reader: Reader,
  { secrets, now }: Pick<Ctx, "secrets" | "now">,
  typed: string,
): Promise<PaperRow | null> {
  const code = readLetterCode(typed);
  const paper = await paperUnder(reader, { codeKeys: secrets.macs(codeKeyPurpose, code ?? ""), now });
  const right = codeOf(secrets, { caseId: paper?.caseId ?? "", id: paper?.id ?? "" });
  return sameSecret(code ?? "", right) ? paper : null;
}
