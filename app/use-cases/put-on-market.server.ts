import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { Stage } from "#app/domain/law/types.ts";
import { listingOf, type Tendered } from "#app/domain/market/listing.ts";
import { needsLawyer, startOf } from "#app/domain/tenders/scope.ts";
import type { Tx } from "#db/client.ts";
import { lawBook } from "#db/queries/law.ts";
import { listRound } from "#db/queries/open-rounds.ts";
import { insertNews } from "#db/queries/round-news.ts";

type Offered = Omit<Tendered, "agencyOpen" | "tender"> & { tender: Tendered["tender"] & { scope: Stage } };

/** Puts a round of a case or of a lot on the market, in the caller's transaction, which opens it. */
export async function putOnMarket(tx: Tx, offered: Offered): Promise<void> {
  const pack = packOfCase(await lawBook(tx), offered.brief);
  const { brief, tender } = offered;
  const agencyOpen = !needsLawyer(pack, tender.scope, startOf(brief));
  await listRound(tx, listingOf({ ...offered, agencyOpen }));
  await insertNews(tx, {
    caseId: brief.caseId,
    tenderId: tender.id,
    ring: -1,
    told: 0,
    widenAt: tender.opensAt,
  });
}
