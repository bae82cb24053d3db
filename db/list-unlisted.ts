import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { listingOf } from "#app/domain/market/listing.ts";
import { needsLawyer, startOf } from "#app/domain/tenders/scope.ts";
import type { Db } from "./client.ts";
import { lawBook } from "./queries/law.ts";
import { listRound } from "./queries/open-rounds.ts";
import { unlistedRounds } from "./queries/tenders.ts";

const batch = 500;

/** Lists the rounds that an earlier version of the product left open, so that an upgrade loses none of them. */
export async function listUnlisted(db: Db): Promise<void> {
  const book = await lawBook(db);
  for (;;) {
    const rounds = await unlistedRounds(db, batch);
    if (rounds.length === 0) return;
    await db.transaction(async (tx) => {
      for (const { tender, brief, party } of rounds) {
        const agencyOpen = !needsLawyer(packOfCase(book, brief), tender.scope, startOf(brief));
        await listRound(
          tx,
          listingOf({ subject: "case", caseCount: 1, brief, tender, ...party, agencyOpen }),
        );
      }
    });
  }
}
