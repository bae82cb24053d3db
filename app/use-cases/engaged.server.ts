import type { Relation } from "#app/domain/accounts/access.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Reader, Tx } from "#db/client.ts";
import { type CaseRow, findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { findLot, type LotRow, lockLot, lotRelation } from "#db/queries/lots.ts";

type Shared = Pick<
  CaseRow,
  "caseId" | "code" | "creditorOrgId" | "collectorOrgId" | "status" | "jurisdiction"
> & {
  relation: Relation;
  currency: string;
  /** Where its mandate takes effect, for its times. */
  placeCode: string;
  /** The page of the case, or of the lot. */
  home: string;
};

/** What a mandate is for, a case or a lot, for all that is done about mandates alike. */
export type Engaged = Shared & ({ subject: "case"; kase: CaseRow } | { subject: "lot"; lot: LotRow });

const ofCase = (actor: Actor, kase: CaseRow): Engaged => ({
  ...kase,
  subject: "case",
  kase,
  relation: relationTo(actor, kase),
  currency: kase.answers.claim.currency,
  home: `/cases/${kase.caseId}`,
});

const ofLot = (actor: Actor, lot: LotRow): Engaged => ({
  ...lot,
  subject: "lot",
  lot,
  relation: lotRelation(actor, lot),
  placeCode: lot.regions[0] ?? lot.jurisdiction,
  home: `/lots/${lot.caseId}`,
});

/** The case or lot of an id as this actor may see it. */
export async function findEngaged(reader: Reader, actor: Actor, id: string): Promise<Engaged | null> {
  const kase = await findCase(reader, actor, id);
  if (kase) return ofCase(actor, kase);
  const lot = await findLot(reader, actor, id);
  return lot && ofLot(actor, lot);
}

/** The same, held until the transaction ends. */
export async function lockEngaged(tx: Tx, actor: Actor, id: string): Promise<Engaged | null> {
  const kase = await lockCase(tx, actor, id);
  if (kase) return ofCase(actor, kase);
  const lot = await lockLot(tx, actor, id);
  return lot && ofLot(actor, lot);
}
