import { type Personal, type PersonalField, personalFields } from "#app/domain/cases/personal.ts";
import type { WordPlace } from "#app/domain/privacy/word-places.ts";
import type { Secrets } from "#app/gateways/secrets.server.ts";
import { newSubjectKey, openSubjectKey, type SubjectKey } from "#app/gateways/subject-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Sight } from "#app/use-cases/sights.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { type DebtorRow, insertSubjectKey, sealedDebtorOf, subjectKeyOf } from "#db/queries/subjects.ts";

/** The debtor of a case with the fields that were asked for; `person` is null once it was erased. */
export type OpenedDebtor<F extends PersonalField> = Pick<
  DebtorRow,
  "caseId" | "kind" | "placeCode" | "zones"
> & {
  person: Pick<Personal, F> | null;
};

/**
 * The one place where a debtor's data is opened, and only the fields of a sight, which is written down before (0040):
 *
 *     const look = { caseId, fields: ["name", "address"], purpose: "bundle" } as const;
 *     const debtor = await openDebtor(tx, ctx, await withPurpose(tx, ctx, look));
 *     debtor?.person?.name ?? t("debtor.erased")
 *
 * Null for a case that is not there; `person` is null after the erasure (0031). Only for those whom `findCase` showed the case and who may know
 * its debtor (`mayKnowDebtor`).
 */
export async function openDebtor<F extends PersonalField>(
  reader: Reader,
  { secrets }: Pick<Ctx, "secrets">,
  { caseId, fields }: Sight<F>,
): Promise<OpenedDebtor<F> | null> {
  const found = await sealedDebtorOf(reader, caseId);
  if (!found) return null;
  const { kind, placeCode, zones } = found.debtor;
  if (!found.key) throw new Error(`Case ${caseId} lacks its debtor's key`);
  const wrapped = found.key.sealed;
  if (!wrapped) return { caseId, kind, placeCode, zones, person: null };
  const key = openSubjectKey(secrets, caseId, wrapped);
  const opened = fields.map((field) => {
    const sealed = found.debtor[field];
    return [field, sealed && key.open(sealed, contextOf(caseId, field))];
  });
  return { caseId, kind, placeCode, zones, person: Object.fromEntries(opened) as Pick<Personal, F> };
}

/** The name alone, of a row of a list that was read with its key; null once it was erased. */
export function openName(
  { secrets }: Pick<Ctx, "secrets">,
  { caseId }: Sight<"name">,
  { name, key }: { name: Buffer | null; key: Buffer | null },
): string | null {
  if (!name || !key) return null;
  return openSubjectKey(secrets, caseId, key).open(name, contextOf(caseId, "name"));
}

/** Every field sealed under the case's key, for the debtor's row. */
export async function sealPersonal(
  tx: Tx,
  ctx: Pick<Ctx, "secrets" | "now">,
  caseId: string,
  personal: Personal,
): Promise<Pick<DebtorRow, PersonalField>> {
  const key = await subjectKeyFor(tx, ctx, caseId);
  return sealFields(key, caseId, personal);
}

export function sealFields(
  key: SubjectKey,
  caseId: string,
  personal: Record<PersonalField, string | null>,
): Pick<DebtorRow, PersonalField> {
  const sealed = personalFields.map((field) => {
    const plain = personal[field];
    return [field, plain === null ? null : key.seal(plain, contextOf(caseId, field))];
  });
  return Object.fromEntries(sealed) as Pick<DebtorRow, PersonalField>;
}

/** The key of a case or of what becomes one, made when it is first needed. Throws when it was destroyed: nothing is written about an erased debtor. */
export async function subjectKeyFor(
  tx: Tx,
  { secrets, now }: { secrets: Secrets; now: Date },
  caseId: string,
): Promise<SubjectKey> {
  const { key, wrapped } = newSubjectKey(secrets, caseId);
  const kept = await subjectKeyOf(tx, caseId);
  if (!kept && (await insertSubjectKey(tx, { caseId, sealed: wrapped, madeAt: now, lookAt: now })))
    return key;
  const sealed = (kept ?? (await subjectKeyOf(tx, caseId)))?.sealed;
  if (!sealed) throw new Error("The debtor's key was destroyed");
  return openSubjectKey(secrets, caseId, sealed);
}

/** Words about the debtor that are kept beside their row, under the same key. */
export type Seal = (place: WordPlace, plain: string) => Buffer;

/** Seals any number of words of one case, whose key is asked for once. */
export async function sealOf(tx: Tx, ctx: Pick<Ctx, "secrets" | "now">, caseId: string): Promise<Seal> {
  const key = await subjectKeyFor(tx, ctx, caseId);
  return (place, plain) => key.seal(plain, `${caseId}/${place}`);
}

/** The same words as they were written; null where there are none, and once they are erased. */
export type Open = (place: WordPlace, sealed: Buffer | null) => string | null;

/** Opens words of a case that were read with its key, null where it has none or was erased. */
export function openWith({ secrets }: Pick<Ctx, "secrets">, caseId: string, wrapped: Buffer | null): Open {
  const key = wrapped && openSubjectKey(secrets, caseId, wrapped);
  return (place, sealed) =>
    key && sealed && sealed.length > 0 ? key.open(sealed, `${caseId}/${place}`) : null;
}

/** Opens any number of words of one case, whose key is asked for once. */
export const openOf = async (reader: Reader, ctx: Pick<Ctx, "secrets">, caseId: string): Promise<Open> =>
  openWith(ctx, caseId, (await subjectKeyOf(reader, caseId))?.sealed ?? null);

/** The same for one text. */
export const sealAbout = async (
  tx: Tx,
  ctx: Pick<Ctx, "secrets" | "now">,
  { caseId, place }: { caseId: string; place: WordPlace },
  plain: string,
): Promise<Buffer> => (await sealOf(tx, ctx, caseId))(place, plain);

export const openAbout = async (
  reader: Reader,
  ctx: Pick<Ctx, "secrets">,
  { caseId, place, sealed }: { caseId: string; place: WordPlace; sealed: Buffer | null },
): Promise<string | null> => sealed && (await openOf(reader, ctx, caseId))(place, sealed);

const contextOf = (caseId: string, field: PersonalField) => `${caseId}/${field}`;
