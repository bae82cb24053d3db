import type { ActorKind } from "#app/domain/law/actor-input.ts";
import { decide } from "#app/domain/law/decide.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { Pack } from "#app/domain/law/pack.ts";

/** What the platform charges for a mandate. A `share` is one in basis points of the collector's fee. */
export type PlatformCharge =
  | { kind: "fixed"; payer: "creditor"; amount: number; currency: string; rules: ChargeRule[] }
  | { kind: "share"; payer: "creditor" | "collector"; basisPoints: number };
export type ChargeRule = { id: string; citation: string };

/** Minor units: about what the work of one round costs, the same whatever the fee and the outcome. */
const fixedCharge: Readonly<Record<string, number>> = {
  USD: 9_500,
  CNY: 60_000,
  EUR: 8_500,
  GBP: 7_500,
  HKD: 75_000,
  JPY: 14_000,
};

type Question = { pack: Pack; bidder: ActorKind; at: string };

/** The rows of the pack that forbid whoever collects here to share a fee with the platform. */
export function rulesAgainstSharing({ pack, bidder, at }: Question): ChargeRule[] {
  const sharing = decide({
    pack,
    facts: {},
    history: historyOf([]),
    action: { type: "engaged", items: { sharesFee: true } },
    actor: { kind: bidder, credentials: [] },
    at,
  });
  return sharing.findings
    .filter(({ message, effect }) => message.key === "fee_shared" && effect !== "warn")
    .map(({ rule, citation }) => ({ id: rule, citation }));
}

/** Whether a charge may be made at all: never as a share of a fee where a row forbids it, whoever is said to pay it. */
export function chargeAllowed(charge: PlatformCharge, question: Question): boolean {
  return charge.kind === "fixed" || rulesAgainstSharing(question).length === 0;
}

/**
 * The charge for a mandate: a fixed sum from the creditor, due whatever comes of it, with the rows that leave no other. It is the same
 * where sharing would be lawful, so that no ranking and no collector hangs on it. Null in a currency without a price: then there is none.
 */
export function platformCharge(currency: string, question: Question): PlatformCharge | null {
  const amount = fixedCharge[currency];
  if (amount === undefined) return null;
  return { kind: "fixed", payer: "creditor", amount, currency, rules: rulesAgainstSharing(question) };
}
