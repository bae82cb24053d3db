import type { Changes } from "#app/domain/engagements/amendment.ts";
import { decideInsurance } from "#app/use-cases/accounts/decide-insurance.server.ts";
import { fileInsurance } from "#app/use-cases/accounts/file-insurance.server.ts";
import { setCapacity } from "#app/use-cases/accounts/set-capacity.server.ts";
import { proposeAmendment } from "#app/use-cases/engagements/propose-amendment.server.ts";
import { requestSigningCode } from "#app/use-cases/engagements/request-signing-code.server.ts";
import { signAmendment } from "#app/use-cases/engagements/sign-amendment.server.ts";
import { amendmentOf } from "#db/queries/amendments.ts";
import type { Player } from "./cast.ts";
import { demoPdf } from "./papers.ts";
import { mailedCode } from "./play.ts";
import { ctxOf, later, type Stage, value } from "./stage.ts";

/** Cover that an administrator has seen for one collector, and has yet to see for the other; a bound on the second's work. */
export async function insure(
  stage: Stage,
  { admin, lawyer, agency }: { admin: Player; lawyer: Player; agency: Player },
): Promise<void> {
  const seen = await filePolicy(stage, lawyer, "DEMO-P-1");
  value(await decideInsurance(await ctxOf(stage, admin.actor), { insuranceId: seen, verdict: "verified" }));
  await filePolicy(stage, agency, "DEMO-P-2");
  value(await setCapacity(await ctxOf(stage, agency.actor), { capacity: 25 }));
}

async function filePolicy(stage: Stage, holder: Player, policyNumber: string): Promise<string> {
  const ctx = await ctxOf(stage, holder.actor);
  const filed = value(
    await fileInsurance(ctx, {
      insurer: "Demo Mutual",
      policyNumber,
      sum: "1,000,000.00",
      currency: "USD",
      validTo: later(ctx.now, { days: 330 }).toISOString().slice(0, 10),
      proof: await demoPdf("policy.pdf", `Demo policy ${policyNumber}, invented`),
    }),
  );
  return filed.insuranceId;
}

/** The creditor proposes a lower fee and signs; the collector's answer is awaited. */
export const proposeLowerFee = (stage: Stage, creditor: Player, caseId: string): Promise<void> =>
  proposeChange(stage, creditor, caseId, {
    fee: { model: "success", successBps: 1400, fixedFee: 0, hourlyRate: 0, estimatedHours: 0 },
  });

/** The creditor proposes a change of the mandate of a case or a lot and signs it. */
export async function proposeChange(
  stage: Stage,
  creditor: Player,
  caseId: string,
  changes: Changes,
): Promise<void> {
  const ctx = await ctxOf(stage, creditor.actor);
  const { amendmentId } = value(await proposeAmendment(ctx, { caseId, ...changes }));
  const paper = await amendmentOf(ctx.db, caseId, amendmentId);
  value(await requestSigningCode(ctx, { caseId, amendmentId }));
  const documentHash = paper?.documentHash ?? "";
  value(
    await signAmendment(ctx, {
      caseId,
      amendmentId,
      fullName: `For ${creditor.organization}`,
      consent: "yes",
      documentHash,
      code: await mailedCode(ctx.db, creditor.email, documentHash),
      address: `demo:${creditor.email}`,
    }),
  );
}
