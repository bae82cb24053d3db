import { may, memberIn } from "#app/domain/accounts/access.ts";
import { isPersonal } from "#app/domain/accounts/staff.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openMandates } from "#db/queries/engagements.ts";
import { insurancesOf } from "#db/queries/insurances.ts";
import { licencesOf } from "#db/queries/licences.ts";
import { membersOf, organizationOf } from "#db/queries/organizations.ts";

/** How a collector works: how much it takes on, who acts under whose licence, and how it is insured. */
export async function readPractice(ctx: Ctx) {
  const member = memberIn(ctx.actor, "licence.own");
  const organization = member && (await organizationOf(ctx.db, member.orgId));
  if (!organization) return null;
  const [members, licences, insurances, open] = await Promise.all([
    membersOf(ctx.db, organization.id),
    licencesOf(ctx.db, organization.id),
    insurancesOf(ctx.db, organization.id, ctx.now),
    openMandates(ctx.db, organization.id),
  ]);
  const personal = licences.filter(({ kind, status }) => isPersonal(kind) && status !== "refused");
  const holders = new Set(personal.map(({ holderUserId }) => holderUserId));
  return {
    capacity: organization.capacity,
    open,
    members: members.map(({ userId, name, supervisorUserId }) => ({
      userId,
      name,
      supervisorUserId,
      licensed: holders.has(userId),
    })),
    licences: personal.map(({ id, number, territory, holderName, holderUserId }) => ({
      id,
      number,
      territory,
      holderName,
      holderUserId,
    })),
    insurances: insurances.map(({ id, insurer, policyNumber, sum, currency, validTo, state, reason }) => ({
      id,
      insurer,
      policyNumber,
      sum,
      currency,
      validTo,
      state,
      reason,
    })),
    mayChange: may(ctx.actor, "licence.submit", "member"),
  };
}
