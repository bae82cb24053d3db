import { may } from "#app/domain/accounts/access.ts";
import type { VerifyChannel } from "#app/domain/contact/channel.ts";
import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { knownProof } from "#app/use-cases/proof.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { insertChannel } from "#db/queries/contact.ts";
import { transact } from "#db/transact.ts";
import { addressFields, debtorAddress } from "./debtor-address.server.ts";

const noAddress = { email: "no-address", sms: "no-phone", post: "no-postal-address" } as const;

export type VerifyRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-engaged" }
  | { kind: (typeof noAddress)[ContactChannel] }
  | { kind: "checked-later" }
  | { kind: "proof-needed" };

/**
 * Says how it is known that an address on file is the debtor's own, with the paper that shows it. The address is the creditor's
 * statement and cannot be typed here.
 */
export function verifyChannel(ctx: Ctx, input: VerifyChannel): Promise<Result<null, VerifyRefusal>> {
  return transact<null, VerifyRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const { userId } = ctx.actor;
    if (!kase || !userId || !may(ctx.actor, "contact.write", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (kase.status !== "engaged" || kase.collectorOrgId !== ctx.actor.orgId)
      return err({ kind: "not-engaged" });
    const sight = byMachine({ caseId: kase.caseId, fields: addressFields });
    const address = await debtorAddress(tx, ctx, { sight, channel: input.channel });
    if (address.kind === "no-address") return err({ kind: noAddress[input.channel] });
    const today = dateIn(address.debtor.zones[0] ?? "UTC", ctx.now);
    if (input.checkedOn && input.checkedOn > today) return err({ kind: "checked-later" });
    const evidenceId = await knownProof(tx, kase.caseId, { evidenceId: input.evidenceId });
    if (!evidenceId) return err({ kind: "proof-needed" });
    await insertChannel(tx, {
      caseId: kase.caseId,
      id: newId(ctx.now),
      kind: input.channel,
      addressKey: address.addressKey,
      basis: input.basis,
      employerAddress: input.employerAddress === "yes",
      checkedOn: input.channel === "sms" ? (input.checkedOn ?? null) : null,
      evidenceId,
      verifiedBy: userId,
      verifiedAt: ctx.now,
      deadAt: null,
    });
    return ok(null);
  });
}
