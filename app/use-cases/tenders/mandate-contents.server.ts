import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { EngagementContents, Powers } from "#app/domain/engagements/contents.ts";
import { mandateTerms } from "#app/domain/engagements/mandate-terms.ts";
import { bidderOf } from "#app/domain/tenders/fee-check.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import type { OpenedBid } from "#db/queries/bids.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { briefOf, type TenderRow } from "#db/queries/tenders.ts";

type Chosen = { tender: TenderRow; bid: OpenedBid; signBy: Date; powers: Powers };

/** The terms of the mandate for an awarded bid, from what was tendered and offered and nothing else. */
export async function mandateContents(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { tender, bid, signBy, powers }: Chosen,
): Promise<EngagementContents> {
  const brief = await briefOf(tx, kase.caseId);
  const creditor = await organizationOf(tx, kase.creditorOrgId);
  if (!brief || !creditor) throw new Error(`Case ${kase.caseId} lacks its masked card or its creditor`);
  const { code, jurisdiction, placeCode, claimKind, purpose, principal, currency, dueOn } = brief;
  const { firm, licence, terms } = bid;
  const pack = packOfCase(await lawBook(tx), kase);
  const bidder = bidderOf(firm.kind);
  const at = ctx.now.toISOString();
  return {
    version: 2,
    case: { code, jurisdiction, placeCode, claimKind, purpose, principal, currency, dueOn },
    creditor: { name: creditor.name, placeCode: creditor.placeCode },
    collector: {
      name: firm.name,
      kind: firm.kind,
      placeCode: firm.placeCode,
      licence: {
        kind: licence.kind,
        number: licence.number,
        territory: licence.territory,
        register: licence.register,
        checkedAt: licence.checkedAt?.toISOString() ?? null,
      },
    },
    ...mandateTerms({
      pack,
      jurisdiction,
      currency,
      principal,
      scope: tender.scope,
      terms,
      bidder,
      powers,
      at,
    }),
    drawnUpAt: at,
    signBy: signBy.toISOString(),
  };
}
