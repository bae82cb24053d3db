import type { Pack } from "#app/domain/law/pack.ts";
import { packFor } from "#app/domain/law/packs.ts";

/** The rule pack a case stands under. A posted case always has one; its absence is a broken deployment. */
export function packOfCase({ jurisdiction }: { jurisdiction: string }): Pack {
  const pack = packFor(jurisdiction);
  if (!pack) throw new Error(`No rule pack for ${jurisdiction}`);
  return pack;
}
