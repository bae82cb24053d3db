import type { Agreed } from "#app/domain/engagements/amendment.ts";
import type { Reader } from "#db/client.ts";
import { amendmentsOf } from "#db/queries/amendments.ts";

/** What both sides of a mandate, of a case or of a lot, have agreed since it was signed, in its order. */
export async function agreedOf(
  reader: Reader,
  { caseId, id }: { caseId: string; id: string },
): Promise<Agreed[]> {
  const all = await amendmentsOf(reader, { caseId, engagementId: id });
  return all.flatMap(({ status, decidedAt, contents }) =>
    status === "agreed" && decidedAt ? [{ changes: JSON.parse(contents).changes, at: decidedAt }] : [],
  );
}
