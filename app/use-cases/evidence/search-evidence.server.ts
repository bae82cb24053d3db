import { type Passages, passagesIn, searchTerms } from "#app/domain/cases/document-text.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { textsOf } from "#db/queries/document-texts.ts";
import type { CaseEvidence } from "./list-evidence.server.ts";

export type EvidenceSearch = {
  asked: string;
  /** Whether there was a word in it that can be looked for. */
  understood: boolean;
  found: ({ id: string } & Passages)[];
};

/** More is no question but a text. */
const longestAsked = 100;
const passagesShown = 3;

/**
 * Looks through what a case's documents say. Their texts are opened for this one question, one after another, and nothing of them is kept in the
 * open: there is no index to be read by somebody else. Who may ask is whoever may see the list that is given.
 */
export async function searchEvidence(
  { db, documents }: Ctx,
  { items }: Pick<CaseEvidence, "items">,
  asked: string,
): Promise<EvidenceSearch> {
  const words = asked.trim().slice(0, longestAsked);
  const terms = searchTerms(words);
  const found: EvidenceSearch["found"] = [];
  if (terms.length === 0) return { asked: words, understood: false, found };
  const texts = new Map(
    (
      await textsOf(
        db,
        items.map(({ sha256 }) => sha256),
      )
    ).map((row) => [row.sha256, row]),
  );
  for (const { id, sha256 } of items) {
    const hash = texts.get(sha256)?.textHash;
    const kept = hash ? await documents.get(db, hash) : null;
    if (hash && !kept) throw new Error(`The text of evidence ${id} is entered and its bytes are missing`);
    const pages: string[] = kept ? JSON.parse(Buffer.from(kept).toString("utf8")) : [];
    const passages = passagesIn(pages, terms, passagesShown);
    if (passages) found.push({ id, ...passages });
  }
  return { asked: words, understood: true, found };
}
