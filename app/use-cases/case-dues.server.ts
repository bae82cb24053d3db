import type { Basis } from "#app/domain/papers/content.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type FeeSoFar, feeSoFar } from "#app/use-cases/fee-so-far.server.ts";
import { bookOf, setOffsOf } from "#app/use-cases/settle-case.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import { standingSums } from "#db/queries/papers.ts";
import { zoneOf } from "#db/queries/subjects.ts";

/** What a mandate makes the creditor owe to one issuer, and how much of it stands billed. Minor units of `currency`. */
export type Due = {
  what: Basis["what"];
  mandateId: string;
  /** Whether the mandate has ended. */
  isPast: boolean;
  subject: string;
  issuerId: string;
  recipientId: string;
  currency: string;
  due: bigint;
  billed: bigint;
  supply: { from: string; to: string };
  basis: Basis;
};

/** The fee and the charge of every mandate of a case, as the law and the log have them now, beside what was billed of each. */
export async function duesOf(reader: Reader, { now }: Pick<Ctx, "now">, kase: CaseRow): Promise<Due[]> {
  const zone = await zoneOf(reader, kase.caseId);
  const { found, events } = await setOffsOf(reader, kase, { zone });
  const { under } = await feeSoFar(reader, kase, { found, events });
  const platform = await platformOrganization(reader);
  const billed = await standingSums(reader, kase.caseId);
  const { caseId, creditorOrgId, currency } = bookOf(kase);
  return under.flatMap(({ id, collectorOrgId, engagedAt, endedAt, fee, charge }): Due[] => {
    const about = { mandateId: id, isPast: endedAt !== null, recipientId: creditorOrgId, currency };
    const supply = { from: dateIn(zone, engagedAt ?? now), to: dateIn(zone, endedAt ?? now) };
    const due = (what: Basis["what"], amount: number, issuerId: string, basis: Basis): Due => {
      const subject = `${what}:${caseId}:${id}`;
      const sums = { due: BigInt(amount), billed: billed.get(subject) ?? 0n };
      return { ...about, what, subject, issuerId, supply, basis, ...sums };
    };
    return [
      due("fee", fee.owed, collectorOrgId, feeBasis(fee)),
      ...(platform ? [due("charge", charge, platform.id, { what: "charge" })] : []),
    ];
  });
}

/** A fee that was amended is told by each share that something was recovered at. */
function feeBasis({ recovered, shares, cappedBy }: FeeSoFar): Basis {
  const told = shares.filter((share) => share.recovered > 0);
  const { successBps } = told.at(-1) ?? shares[0];
  const parts = told.map((share) => ({ ...share, recovered: String(share.recovered) }));
  const basis = { what: "fee" as const, recovered: String(recovered), successBps, cappedBy };
  return parts.length > 1 ? { ...basis, parts } : basis;
}
