import { type LawBook, packIn } from "#app/domain/law/book.ts";
import type { Pack } from "#app/domain/law/pack.ts";

/**
 * The rule pack a case stands under today, whichever version it was posted under. A posted case always has one; its
 * absence is a broken deployment.
 */
export function packOfCase(book: LawBook, { jurisdiction }: { jurisdiction: string }): Pack {
  const pack = packIn(book, jurisdiction);
  if (!pack) throw new Error(`No rule pack for ${jurisdiction}`);
  return pack;
}
