import { type Agreed, wordingsOf } from "#app/domain/engagements/amendment.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { feeOwed } from "#app/domain/ledger/fee-owed.ts";
import type { SetOffs } from "#app/domain/ledger/set-off.ts";
import { bidderOf } from "#app/domain/tenders/fee-check.ts";
import { legalCap } from "#app/domain/tenders/legal-cap.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { agreedOf } from "#app/use-cases/agreed-of.server.ts";
import { mandatesOfLot } from "#app/use-cases/lot-mandate.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { mandatesOf } from "#db/queries/engagements.ts";

type Received = { found: SetOffs; events: ReadonlyMap<string, TimelineEvent> };

/** What the mandates of a case, the one in force and those before it, make due on what was recovered under each. */
export async function feeSoFar(reader: Reader, kase: CaseRow, received: Received) {
  const mandates = [...(await mandatesOf(reader, kase.caseId)), ...(await mandatesOfLot(reader, kase))];
  const under = [];
  for (const mandate of mandates) {
    const { id, collectorOrgId, engagedAt, endedAt, contents } = mandate;
    under.push({
      ...{ id, collectorOrgId, engagedAt, endedAt },
      fee: feeUnder(kase, { ...mandate, agreed: await agreedOf(reader, mandate) }, received),
      charge: chargeIn(JSON.parse(contents), kase.answers.claim.currency),
    });
  }
  const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
  return {
    inForce: kase.collectorOrgId ? (under[0]?.fee ?? null) : null,
    owed: sum(under.map(({ fee }) => fee.owed)),
    charge: sum(under.map(({ charge }) => charge)),
    /** The same, mandate by mandate. */
    under,
  };
}

type Mandate = Awaited<ReturnType<typeof mandatesOf>>[number] & { agreed: readonly Agreed[] };

/**
 * The fee on what was recovered from the mandate's last signature to its end. A payment is under the wording that was in force when it was
 * received: what both sides agree on later does not change the fee of what had come in, whenever it becomes known.
 */
function feeUnder(kase: CaseRow, mandate: Mandate, received: Received) {
  const { engagedAt, endedAt, agreed, contents } = mandate;
  const signed: EngagementContents = JSON.parse(contents);
  const wordings = wordingsOf(signed, agreed);
  const { principal, currency } = kase.answers.claim;
  let recoveredSoFar = 0;
  const parts = wordings.map(({ from, contents: { terms, scope } }, nth) => {
    const recovered = recoveredWithin(received, from ?? engagedAt, wordings[nth + 1]?.from ?? endedAt);
    recoveredSoFar += recovered;
    const question = { jurisdiction: kase.jurisdiction, currency, recovered: recoveredSoFar, principal };
    const cap = legalCap({ ...question, scope, bidder: bidderOf(signed.collector.kind) });
    return { terms, recovered, cap };
  });
  const { successBps, fixedFee } = wordings[wordings.length - 1].contents.terms;
  return { ...feeOwed(parts), recovered: recoveredSoFar, shares: sharesIn(parts), successBps, fixedFee };
}

export type FeeSoFar = ReturnType<typeof feeUnder>;

/** What came in from one moment until another and paid what is owed. */
function recoveredWithin({ found, events }: Received, from: Date | null, until: Date | null): number {
  return found.payments
    .filter(({ id }) => {
      const at = events.get(id)?.occurredAt;
      return at && (!from || at >= wholeSecond(from)) && (!until || at < wholeSecond(until));
    })
    .reduce((sum, { amount, setOff }) => sum + amount - setOff.over, 0);
}

/** A provider dates its movements in whole seconds. */
const wholeSecond = (at: Date) => new Date(at.getTime() - (at.getTime() % 1000));

export type FeeShare = { recovered: number; successBps: number };

/** How much was recovered at which share, in the order the shares were agreed; of the last it may be nothing yet. */
function sharesIn(parts: readonly { terms: { successBps: number }; recovered: number }[]): FeeShare[] {
  const shares: FeeShare[] = [];
  for (const { terms, recovered } of parts) {
    const last = shares.at(-1);
    if (last?.successBps === terms.successBps) last.recovered += recovered;
    else shares.push({ recovered, successBps: terms.successBps });
  }
  return shares.filter(({ recovered }, nth) => recovered > 0 || nth === shares.length - 1);
}

/** What the platform charges for a mandate: the fixed sum its paper names, and never a share of the collector's fee. */
const chargeIn = ({ platform }: EngagementContents, currency: string): number =>
  platform?.kind === "fixed" && platform.currency === currency ? platform.amount : 0;
