import { debtorText } from "#app/domain/cases/likeness.ts";
import { isConflicted } from "#app/domain/tenders/conflict.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { debtorKeyOf, mandatesOf, sharedMembers } from "#db/queries/conflicts.ts";
import { organizationsById } from "#db/queries/organizations.ts";

type Sides = { caseId: string; creditorOrgId: string; bidderOrgId: string };

/**
 * Looks for ties between a bidder and the parties of a case by digests of names, so that neither the
 * bidder nor a log learns who the debtor is. Unknown parties count as a conflict.
 */
export async function hasConflict(
  reader: Reader,
  { secrets }: Pick<Ctx, "secrets">,
  { caseId, creditorOrgId, bidderOrgId }: Sides,
): Promise<boolean> {
  const debtor = await debtorKeyOf(reader, caseId);
  const names = await organizationsById(reader, [creditorOrgId, bidderOrgId]);
  const creditor = names.get(creditorOrgId);
  const bidder = names.get(bidderOrgId);
  if (!debtor || !creditor || !bidder) return true;

  const keyOf = (name: string, placeCode: string) => secrets.mac("debtor-name", debtorText(name, placeCode));
  const mandates = await mandatesOf(reader, bidderOrgId, caseId);
  return isConflicted({
    debtorKey: debtor.debtorKey,
    bidderKey: keyOf(bidder.name, debtor.placeCode),
    clientKeys: mandates.map(({ clientName }) => keyOf(clientName, debtor.placeCode)),
    opponents: mandates.map(({ debtorKey, placeCode }) => ({
      debtorKey,
      creditorKey: keyOf(creditor.name, placeCode),
    })),
    sharedMembers: await sharedMembers(reader, bidderOrgId, creditorOrgId),
  });
}
