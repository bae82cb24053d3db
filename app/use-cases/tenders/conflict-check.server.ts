import { debtorText } from "#app/domain/cases/likeness.ts";
import { isConflicted } from "#app/domain/tenders/conflict.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { debtorKeyOf, mandatesOf, sharingMembers } from "#db/queries/conflicts.ts";
import { organizationsById } from "#db/queries/organizations.ts";

type Parties = { caseId: string; creditorOrgId: string };

/** Whether ties bar this bidder from a case. */
export const hasConflict = async (
  reader: Reader,
  ctx: Pick<Ctx, "secrets">,
  { bidderOrgId, ...parties }: Parties & { bidderOrgId: string },
): Promise<boolean> => (await tiedAmong(reader, ctx, parties, [bidderOrgId])).has(bidderOrgId);

/**
 * Looks for ties between bidders and the parties of a case by digests of names, so that neither a bidder nor a log learns
 * who the debtor is. Unknown parties count as a conflict. As many statements for a hundred bidders as for one.
 */
export async function tiedAmong(
  reader: Reader,
  { secrets }: Pick<Ctx, "secrets">,
  { caseId, creditorOrgId }: Parties,
  bidderOrgIds: readonly string[],
): Promise<Set<string>> {
  if (bidderOrgIds.length === 0) return new Set();
  const debtor = await debtorKeyOf(reader, caseId);
  const names = await organizationsById(reader, [creditorOrgId, ...bidderOrgIds]);
  const mandates = await mandatesOf(reader, bidderOrgIds, caseId);
  const sharing = await sharingMembers(reader, bidderOrgIds, creditorOrgId);

  const keysOf = (name: string, placeCode: string) =>
    secrets.macs("debtor-name", debtorText(name, placeCode));
  const creditor = names.get(creditorOrgId);
  const isTied = (bidderOrgId: string) => {
    const bidder = names.get(bidderOrgId);
    if (!debtor || !creditor || !bidder) return true;
    const held = mandates.filter(({ orgId }) => orgId === bidderOrgId);
    return isConflicted({
      debtorKey: debtor.debtorKey,
      bidderKeys: keysOf(bidder.name, debtor.placeCode),
      clientKeys: held.flatMap(({ clientName }) => keysOf(clientName, debtor.placeCode)),
      opponents: held.map(({ debtorKey, placeCode }) => ({
        debtorKey,
        creditorKeys: keysOf(creditor.name, placeCode),
      })),
      sharesMembers: sharing.has(bidderOrgId),
    });
  };
  return new Set(bidderOrgIds.filter(isTied));
}
