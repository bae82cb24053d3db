import { openSubjectKey } from "#app/gateways/subject-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { subjectKeyFor } from "#app/use-cases/debtor.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import type { DataRequest } from "#db/queries/data-requests.ts";
import { subjectKeyOf } from "#db/queries/subjects.ts";

type Field = "words" | "reason";
type Key = Pick<DataRequest, "caseId" | "id">;

const contextOf = ({ caseId, id }: Key, field: Field) => `${caseId}/request/${id}/${field}`;

/** What was asked or answered in words, sealed under the debtor's own key. */
export async function sealRequestWords(
  tx: Tx,
  ctx: Pick<Ctx, "secrets" | "now">,
  request: Key,
  { field, words }: { field: Field; words: string | undefined },
): Promise<Buffer | null> {
  if (!words) return null;
  const key = await subjectKeyFor(tx, ctx, request.caseId);
  return key.seal(words, contextOf(request, field));
}

/** The words of a request and of its answer; null where there are none, and once the debtor was erased. */
export async function openRequestWords(
  reader: Reader,
  { secrets }: Pick<Ctx, "secrets">,
  request: DataRequest,
): Promise<Record<Field, string | null>> {
  const wrapped = (await subjectKeyOf(reader, request.caseId))?.sealed;
  const opened = (field: Field) => {
    const sealed = request[field];
    if (!sealed || !wrapped) return null;
    return openSubjectKey(secrets, request.caseId, wrapped).open(sealed, contextOf(request, field));
  };
  return { words: opened("words"), reason: opened("reason") };
}
