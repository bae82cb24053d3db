import { memberIn } from "#app/domain/accounts/access.ts";
import type { Particulars } from "#app/domain/papers/particulars.ts";
import { type TaxCountry, taxCountries } from "#app/domain/papers/tax.data.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { particularsOf, putParticulars } from "#db/queries/papers.ts";
import { transact } from "#db/transact.ts";

/** Keeps how the organisation is named on papers and how it stands to taxes. Papers that were issued say what they said. */
export const keepParticulars = (
  ctx: Ctx,
  input: Particulars,
): Promise<Result<null, { kind: "not-allowed" }>> =>
  transact<null, { kind: "not-allowed" }>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "billing.keep");
    if (!member) return err({ kind: "not-allowed" });
    await putParticulars(tx, member.orgId, input, { now: ctx.now, by: member.userId });
    await insertAudit(tx, ctx, {
      ...{ operation: "billing.kept", subjectKind: "organization", subjectId: member.orgId },
      details: { country: input.country, taxStatus: input.taxStatus },
    });
    return ok(null);
  });

/** What is on file, or what the form starts from: the organisation's name and the country it sits in. */
export async function particularsView(ctx: Ctx) {
  const member = memberIn(ctx.actor, "billing.keep");
  const org = member && (await organizationOf(ctx.db, member.orgId));
  if (!org) return null;
  const kept = await particularsOf(ctx.db, org.id);
  const [seat] = org.placeCode.split("-");
  const country: TaxCountry | null = taxCountries.find((each) => each === seat) ?? null;
  return {
    known: kept !== null,
    isPlatform: org.kind === "platform",
    values: kept
      ? { ...kept, ownRate: kept.ownRateBps === null ? null : String(kept.ownRateBps / 100) }
      : { name: org.name, country, address: null, taxStatus: null, taxNumber: null, ownRate: null },
  };
}
