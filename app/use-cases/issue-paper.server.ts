import { newId } from "#app/domain/ids.ts";
import {
  type PaperContent,
  type PaperKind,
  paperNumber,
  paperSeries,
  undoes,
} from "#app/domain/papers/content.ts";
import { zonesOf } from "#app/domain/places/register.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { insertPaper, nextPaperNumber, type PaperRow } from "#db/queries/papers.ts";

type Head = Pick<PaperContent, "number" | "issuedOn" | "currency" | "total">;
type NewPaper<Kind extends PaperKind> = Pick<
  PaperRow,
  "issuerId" | "recipientId" | "caseId" | "subject" | "currency" | "total"
> & {
  kind: Kind;
  cancels?: PaperRow | null;
  /** What it says, once its number and day are known. */
  say: (head: Head & { kind: Kind }) => PaperContent;
};

/**
 * Issues a paper: it takes the next number of its series, on today's date at its issuer's seat, and its content is frozen with its hash.
 * The counter is held from here to the end of the transaction.
 */
export async function issuePaper<Kind extends PaperKind>(
  tx: Tx,
  ctx: Ctx,
  { kind, say, cancels = null, ...about }: NewPaper<Kind>,
): Promise<PaperRow> {
  const issuer = await organizationOf(tx, about.issuerId);
  const today = dateIn(zonesOf(issuer?.placeCode ?? "")[0] ?? "UTC", ctx.now);
  const series = paperSeries[kind];
  const year = Number(today.slice(0, 4));
  const { nth, lastOn } = await nextPaperNumber(tx, { issuerId: about.issuerId, series, year });
  const number = paperNumber(series, year, nth);
  // A clock that was put back does not put the numbers out of order.
  const issuedOn = lastOn && lastOn > today ? lastOn : today;
  const content = canonicalJson(
    say({ kind, number, issuedOn, currency: about.currency, total: String(about.total) }),
  );
  const row: PaperRow = {
    ...about,
    ...{ id: newId(ctx.now), kind, series, year, nth, number, issuedOn },
    ...{ cancels: cancels?.id ?? null, issuedAt: ctx.now, issuedBy: ctx.actor.userId },
    ...{ content, contentHash: sha256(content) },
  };
  await insertPaper(tx, row);
  return row;
}

export const contentOf = ({ content }: Pick<PaperRow, "content">): PaperContent => JSON.parse(content);

/** Undoes a paper whole by another one that names it. */
export async function cancelPaper(tx: Tx, ctx: Ctx, paper: PaperRow): Promise<PaperRow | null> {
  const kind = (Object.keys(undoes) as (keyof typeof undoes)[]).find((each) => undoes[each] === paper.kind);
  if (!kind) return null;
  const content = contentOf(paper);
  const { number, issuedOn } = content;
  const { issuerId, recipientId, caseId, subject, currency, total } = paper;
  return issuePaper(tx, ctx, {
    ...{ kind, issuerId, recipientId, caseId, subject, currency, total, cancels: paper },
    say: (head) => ({ ...content, ...head, cancels: { number, issuedOn } }) as PaperContent,
  });
}
