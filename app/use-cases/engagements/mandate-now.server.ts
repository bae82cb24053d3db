import { type AmendmentContents, amended, feeOf } from "#app/domain/engagements/amendment.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { agreedOf } from "#app/use-cases/agreed-of.server.ts";
import type { Reader } from "#db/client.ts";
import type { EngagementRow } from "#db/queries/engagements.ts";

/** A mandate with all that both sides have agreed since, and what of it an amendment can change. */
export async function mandateNow(reader: Reader, row: EngagementRow) {
  const signed: EngagementContents = JSON.parse(row.contents);
  const agreed = await agreedOf(reader, row);
  const contents = amended(
    signed,
    agreed.map(({ changes }) => changes),
  );
  const before: AmendmentContents["before"] = {
    periodEndsOn: row.periodEndsAt?.toISOString().slice(0, 10) ?? null,
    scope: contents.scope,
    fee: feeOf(contents.terms),
  };
  return { contents, before };
}
