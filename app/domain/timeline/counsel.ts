import type { Pack } from "#app/domain/law/pack.ts";
import { packMayRun } from "#app/domain/law/packs.ts";
import { type ActionType, type Finding, recordTypes } from "#app/domain/law/types.ts";

/** What the debtor does and what becomes known stays open under any pack, as does ending a case. */
const alwaysOpen: ReadonlySet<ActionType> = new Set<ActionType>([
  ...recordTypes,
  "returned",
  "refused",
  "withdrawn",
  "round_closed",
  "award_lapsed",
  "mandate_ended",
  "closed_paid",
  "closed_settled",
  "closed_withdrawn",
  "closed_uncollectable",
]);

/**
 * In production nobody acts under a pack that counsel has not signed, or whose review is overdue.
 *
 * @param on civil date of the act
 */
export function counselFindings(
  pack: Pack,
  type: ActionType,
  { production, on }: { production: boolean; on: string },
): Finding[] {
  if (alwaysOpen.has(type) || packMayRun(pack, { production, on })) return [];
  return [
    {
      rule: "POL-COUNSEL-01",
      force: "POL",
      effect: "block",
      message: { key: "pack_unsigned", values: { pack: `law.pack.${pack.id}`, version: pack.version } },
      citation: `Rule pack ${pack.id} ${pack.version}: counsel's signature`,
      requires: [],
      unblockedBy: ["counsel_signature"],
      earliest: null,
    },
  ];
}
