import { may, memberIn } from "#app/domain/accounts/access.ts";
import { licenceState, mayResubmit } from "#app/domain/accounts/licence-moves.ts";
import { lapseOf } from "#app/domain/accounts/licence-upkeep.ts";
import { checkNumber, licenceKinds, type NumberDoubt } from "#app/domain/accounts/licences.ts";
import { onboardingOf } from "#app/domain/accounts/onboarding.ts";
import { isId } from "#app/domain/ids.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { userById } from "#db/queries/accounts.ts";
import { ownPaperOf } from "#db/queries/documents.ts";
import { type LicenceRow, licencesOf, ownLicence } from "#db/queries/licences.ts";

/** A licence as it counts now, with the doubt that the form of its number leaves. */
export const licenceView = (row: LicenceRow, now: Date) => ({
  ...row,
  state: licenceState(row, now),
  /** Verified and in its term, and yet nothing can rest on it: the register was not looked up for too long. */
  stale: lapseOf(row, now) === "stale",
  doubt: doubtOf(row, now),
});

function doubtOf(row: LicenceRow, now: Date): NumberDoubt | null {
  const kind = licenceKinds.find((each) => each === row.kind);
  const checked = kind && checkNumber({ ...row, kind }, now.toISOString().slice(0, 10));
  return checked?.ok ? checked.value.doubt : null;
}

/** A collector's licences and what is still missing before the first bid. */
export async function readLicences(ctx: Ctx) {
  const member = memberIn(ctx.actor, "licence.own");
  const user = member && (await userById(ctx.db, member.userId));
  if (!user) return null;
  const licences = (await licencesOf(ctx.db, member.orgId)).map((row) => licenceView(row, ctx.now));
  const onboarding = onboardingOf({
    emailVerified: user.emailVerifiedAt !== null,
    licences: licences.map(({ state, proofDocumentId }) => ({ state, hasProof: proofDocumentId !== null })),
  });
  return { licences, onboarding, maySubmit: may(ctx.actor, "licence.submit", "member") };
}

/** One licence of the actor's organisation with its proof; another's is not there. */
export async function readLicence(ctx: Ctx, id: string) {
  const member = memberIn(ctx.actor, "licence.own");
  const row = member && isId(id) ? await ownLicence(ctx.db, { orgId: member.orgId, id }) : null;
  if (!row) return null;
  const proof = await ownPaperOf(ctx.db, row.proofDocumentId);
  const mayFile = may(ctx.actor, "licence.submit", "member") && mayResubmit(row, ctx.now);
  return { ...licenceView(row, ctx.now), proof, mayResubmit: mayFile };
}
