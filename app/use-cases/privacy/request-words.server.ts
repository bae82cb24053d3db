import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openAbout, sealAbout } from "#app/use-cases/debtor.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import type { DataRequest } from "#db/queries/data-requests.ts";

type Field = "words" | "reason";
type Key = Pick<DataRequest, "caseId" | "id">;

/** What was asked or answered in words, sealed under the debtor's own key. */
export const sealRequestWords = async (
  tx: Tx,
  ctx: Pick<Ctx, "secrets" | "now">,
  request: Key,
  { field, words }: { field: Field; words: string | undefined },
): Promise<Buffer | null> =>
  words
    ? sealAbout(tx, ctx, { caseId: request.caseId, place: wordPlaces.request(request.id, field) }, words)
    : null;

/** The words of a request and of its answer; null where there are none, and once the debtor was erased. */
export async function openRequestWords(
  reader: Reader,
  ctx: Pick<Ctx, "secrets">,
  request: DataRequest,
): Promise<Record<Field, string | null>> {
  const { caseId } = request;
  const opened = (field: Field) =>
    openAbout(reader, ctx, { caseId, place: wordPlaces.request(request.id, field), sealed: request[field] });
  return { words: await opened("words"), reason: await opened("reason") };
}
