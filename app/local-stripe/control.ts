import { z } from "zod";
import { onboardAccount } from "./accounts.ts";
import type { Books } from "./books.ts";
import { finishSession } from "./checkout-sessions.ts";
import { closeDispute, endBefore, openDispute } from "./disputes.ts";
import { proveIntent } from "./payment-intents.ts";
import { finishPayout, payOutAll } from "./payouts.ts";
import { payWaitingRefunds } from "./refunds.ts";
import { finishDebit } from "./take-money.ts";
import { beginTurn, type Turn } from "./turn.ts";

const about = { account: z.string() };

/** What happens at a provider without the product asking: banks, cardholders, people at a hosted page, and the network. */
export const Happening = z.discriminatedUnion("what", [
  z.object({ what: z.literal("onboard"), ...about, name: z.string(), accountNumber: z.string() }),
  z.object({ what: z.literal("prove"), ...about, intent: z.string(), proven: z.boolean() }),
  z.object({ what: z.literal("debit-answered"), ...about, intent: z.string() }),
  z.object({ what: z.literal("dispute"), ...about, charge: z.string(), reason: z.string() }),
  z.object({ what: z.literal("inquiry"), ...about, charge: z.string(), reason: z.string() }),
  z.object({
    what: z.literal("dispute-ended-before"),
    ...about,
    dispute: z.string(),
    status: z.enum(["warning_closed", "prevented"]),
  }),
  z.object({ what: z.literal("dispute-decided"), ...about, dispute: z.string(), won: z.boolean() }),
  z.object({ what: z.literal("pay-out"), ...about }),
  z.object({ what: z.literal("payout-answered"), ...about, payout: z.string(), arrived: z.boolean() }),
  z.object({ what: z.literal("refunds-covered"), ...about }),
]);
export type Happening = z.infer<typeof Happening>;

/** Lets it happen, in one turn of its own. */
export function happen(books: Books, now: number, happening: Happening): object {
  const turn = beginTurn(books, { now, account: happening.account });
  const outcome = outcomeOf(turn, happening);
  turn.keep();
  return outcome;
}

function outcomeOf(turn: Turn, happening: Happening): object {
  switch (happening.what) {
    case "onboard": {
      const { name, accountNumber } = happening;
      return onboardAccount(turn, happening.account, { name, holder: name, accountNumber });
    }
    case "prove":
      return proveIntent(turn, happening.intent, happening.proven);
    case "debit-answered": {
      const intent = finishDebit(turn, happening.intent);
      finishSession(turn, intent);
      return intent;
    }
    case "dispute":
      return openDispute(turn, happening.charge, happening.reason);
    case "inquiry":
      return openDispute(turn, happening.charge, happening.reason, "inquiry");
    case "dispute-ended-before":
      return endBefore(turn, happening.dispute, happening.status);
    case "dispute-decided":
      return closeDispute(turn, happening.dispute, happening.won);
    case "pay-out":
      return payOutAll(turn);
    case "payout-answered":
      return finishPayout(turn, happening.payout, happening.arrived);
    case "refunds-covered":
      payWaitingRefunds(turn);
      return {};
  }
}
