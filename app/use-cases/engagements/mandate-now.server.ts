import { type AmendmentContents, amended, type Changes, feeOf } from "#app/domain/engagements/amendment.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import type { Reader } from "#db/client.ts";
import { amendmentsOf } from "#db/queries/amendments.ts";
import type { EngagementRow } from "#db/queries/engagements.ts";

/** A mandate with all that both sides have agreed since, and what of it an amendment can change. */
export async function mandateNow(reader: Reader, row: EngagementRow) {
  const signed: EngagementContents = JSON.parse(row.contents);
  const all = await amendmentsOf(reader, { caseId: row.caseId, engagementId: row.id });
  const agreed = all
    .filter(({ status }) => status === "agreed")
    .map((each): Changes => JSON.parse(each.contents).changes);
  const contents = amended(signed, agreed);
  const before: AmendmentContents["before"] = {
    periodEndsOn: row.periodEndsAt?.toISOString().slice(0, 10) ?? null,
    scope: contents.scope,
    fee: feeOf(contents.terms),
  };
  return { contents, before };
}
