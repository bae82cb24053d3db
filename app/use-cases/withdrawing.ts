import { may, type Relation } from "#app/domain/accounts/access.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { mayBeWithdrawn } from "#app/domain/payments/payments.ts";
import type { Payment } from "#db/queries/payments.ts";

/** Whoever asked for a payment withdraws it; the creditor, whose claim it is, any of them. */
export const mayWithdraw = (actor: Actor, relation: Relation, payment: Payment): boolean =>
  may(actor, "payment.withdraw", relation) &&
  mayBeWithdrawn(payment.status) &&
  (relation === "creditor" || payment.askedByOrgId === actor.orgId);
