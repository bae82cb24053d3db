import { readMachineClock } from "#app/gateways/clock.server.ts";
import { type LastingKeys, lastingKeyOf, lastingPurposes } from "#app/gateways/key-ring.server.ts";
import { type Secrets, secretsFrom } from "#app/gateways/secrets.server.ts";
import { claimPurpose } from "#app/use-cases/portfolios/prepare-chunk.server.ts";
import type { Db } from "#db/client.ts";
import { insertLastingKeys, lastingKeyRows, madeUnderSecret } from "#db/queries/lasting-keys.ts";
import { headMacs } from "#db/queries/timeline.ts";

/** The application's secrets as they are configured. */
export type GivenSecrets = { current: string; former: readonly string[] };

export const wrapPurpose = (purpose: string) => `lasting-key:${purpose}`;

/**
 * Opens the keys that outlast a secret, and keeps those that are not kept yet, out of the secret the database was made under. Throws when
 * neither the current secret nor a former one opens them: nothing is then written under a wrong one.
 */
export async function openLastingKeys(db: Db, { current, former }: GivenSecrets): Promise<LastingKeys> {
  const secrets = secretsFrom(current, { former });
  let kept = await lastingKeyRows(db);
  const known = new Set(kept.map(({ purpose }) => purpose));
  const missing = lastingPurposes.filter((purpose) => !known.has(purpose));
  if (missing.length > 0) {
    const origin = kept.length > 0 ? current : await originOf(db, [current, ...former]);
    const keptAt = await readMachineClock(db);
    const made = missing.map((purpose) => {
      const key = lastingKeyOf(origin, purpose).toString("hex");
      return { purpose, sealed: secretsFrom(origin).seal(wrapPurpose(purpose), key), keptAt };
    });
    await insertLastingKeys(db, made);
    kept = await lastingKeyRows(db);
  }
  return new Map(
    kept.map(({ purpose, sealed }) => [purpose, Buffer.from(unwrap(secrets, purpose, sealed), "hex")]),
  );
}

function unwrap(secrets: Secrets, purpose: string, sealed: string): string {
  try {
    return secrets.unseal(wrapPurpose(purpose), sealed);
  } catch (cause) {
    const why = cause instanceof Error ? ` ${cause.message}` : "";
    throw new Error(`${wrongSecret}${why}`, { cause });
  }
}

const wrongSecret =
  "This database was made under another secret. Give that one as RUNG_SECRET, or in RUNG_SECRET_FORMER. Nothing was changed.";

/** Which of the secrets this database's own things were made under; the current one where there is nothing yet. */
async function originOf(db: Db, given: readonly string[]): Promise<string> {
  const made = await madeUnderSecret(db);
  if (made.heads.length + made.secondFactors.length + made.claims.length === 0) return given[0];
  const origin = given.find((secret) => isOurs(secretsFrom(secret), made));
  if (origin === undefined) throw new Error(wrongSecret);
  return origin;
}

/** Whether anything opens under this one secret: one thing is enough, for a single row may have been tampered with. */
function isOurs(
  secrets: Secrets,
  { heads, secondFactors, claims }: Awaited<ReturnType<typeof madeUnderSecret>>,
): boolean {
  const rows = secrets.rows(claimPurpose);
  return (
    heads.some((head) => headMacs(secrets, head).includes(head.mac)) ||
    secondFactors.some(({ sealed }) => opens(() => secrets.unseal("totp", sealed ?? ""))) ||
    claims.some(({ caseId, sealed }) => opens(() => rows.unseal(sealed, caseId)))
  );
}

function opens(unseal: () => string): boolean {
  try {
    unseal();
    return true;
  } catch {
    return false;
  }
}
