import { unpackIdentity } from "#app/domain/portfolios/claim.ts";
import {
  contactsIn,
  type Giveaway,
  giveaways,
  lotDebtorsIn,
  namesWhole,
} from "#app/domain/tenders/masking.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { claimPurpose } from "#app/use-cases/portfolios/prepare-chunk.server.ts";
import type { Reader } from "#db/client.ts";
import { type LotRow, sealedClaims } from "#db/queries/lots.ts";
import { organizationOf } from "#db/queries/organizations.ts";

const batch = 2_500;

/** What each text would tell of a lot's debtors or its creditor. Every debtor is unsealed for it, some at a time, and none is kept. */
export async function lotGiveaways(
  reader: Reader,
  { secrets }: Pick<Ctx, "secrets">,
  { lot, texts }: { lot: LotRow; texts: readonly string[] },
): Promise<Giveaway[][]> {
  const creditor = await organizationOf(reader, lot.creditorOrgId);
  if (!creditor) throw new Error(`Lot ${lot.code} lacks its creditor`);
  const found = texts.map((text) => new Set<Giveaway>(contactsIn(text)));
  texts.forEach((text, at) => {
    if (namesWhole(text, creditor.name)) found[at].add("organization");
  });
  const looks = texts.map(lotDebtorsIn);
  const rows = secrets.rows(claimPurpose);
  for (let after: string | null = null; ; ) {
    const claims = await sealedClaims(reader, lot, { after, limit: batch });
    for (const { caseId, sealed } of claims) {
      // Of a debtor who was erased nobody can tell anything any more.
      if (sealed.length === 0) continue;
      const debtor = unpackIdentity(rows.unseal(sealed, caseId));
      looks.forEach((look, at) => {
        for (const each of look(debtor)) found[at].add(each);
      });
    }
    after = claims.at(-1)?.caseId ?? null;
    if (claims.length < batch) break;
  }
  return found.map((each) => giveaways.filter((kind) => each.has(kind)));
}
