import type Stripe from "stripe";
import { createAccount, findAccount, homeCurrency, linkAccount } from "./accounts.ts";
import { asOfNow, balanceOf } from "./balance.ts";
import type { Kind, Kinds } from "./books.ts";
import { createSession, expireSession, sessionNow } from "./checkout-sessions.ts";
import { answerDispute, closeDispute } from "./disputes.ts";
import { cancelIntent, confirmIntent, createIntent } from "./payment-intents.ts";
import { attachMethod, createCustomer, createPaymentMethod, detachMethod } from "./payment-methods.ts";
import { createPayout } from "./payouts.ts";
import { createRefund } from "./refunds.ts";
import { invalid } from "./refusal.ts";
import type { RequestRoute, Requests } from "./request-types.ts";
import { confirmSetup, createSetup } from "./setup-intents.ts";
import { captureIntent } from "./take-money.ts";
import { createTransfer, reverseTransfer } from "./transfers.ts";
import { platformAccount, type Turn } from "./turn.ts";

/** `origin` is where hosted pages are reached at. */
export type Asked<P> = { turn: Turn; params: P; path: Record<string, string>; origin: string };
type Answer = (asked: Asked<never>) => object;

const asking = <R extends RequestRoute>(answer: (asked: Asked<Requests[R]>) => object) => answer as Answer;
const reading =
  (kind: Kind): Answer =>
  ({ turn, path }: Asked<never>) =>
    turn.need(kind, path.id);

/** Every request the service answers; a type error where one of `Requests` has no answer. */
export const routes: Record<RequestRoute, Answer> = {
  "POST /v1/accounts": asking<"POST /v1/accounts">(({ turn, params }) => createAccount(turn, params)),
  "GET /v1/accounts/:id": ({ turn, path }) => findAccount(turn, path.id),
  "POST /v1/account_links": asking<"POST /v1/account_links">(({ turn, params, origin }) =>
    linkAccount(turn, params, origin),
  ),
  "POST /v1/customers": asking<"POST /v1/customers">(({ turn, params }) => createCustomer(turn, params)),
  "GET /v1/customers/:id": reading("customer"),
  "POST /v1/checkout/sessions": asking<"POST /v1/checkout/sessions">(({ turn, params, origin }) =>
    createSession(turn, params, origin),
  ),
  "GET /v1/checkout/sessions/:id": ({ turn, path }) => sessionNow(turn, path.id),
  "POST /v1/checkout/sessions/:id/expire": ({ turn, path }) => expireSession(turn, path.id),
  "POST /v1/payment_intents": asking<"POST /v1/payment_intents">(({ turn, params, origin }) =>
    createIntent(turn, params, origin),
  ),
  "GET /v1/payment_intents": listing("payment_intent", ["customer"]),
  "GET /v1/payment_intents/:id": reading("payment_intent"),
  "POST /v1/payment_intents/:id/confirm": asking<"POST /v1/payment_intents/:id/confirm">(
    ({ turn, params, path, origin }) =>
      confirmIntent(turn, path.id, {
        method: params.payment_method,
        offSession: Boolean(params.off_session),
        returnUrl: params.return_url ?? null,
        origin,
      }),
  ),
  "POST /v1/payment_intents/:id/capture": asking<"POST /v1/payment_intents/:id/capture">(
    ({ turn, params, path }) => captureIntent(turn, path.id, params),
  ),
  "POST /v1/payment_intents/:id/cancel": asking<"POST /v1/payment_intents/:id/cancel">(
    ({ turn, params, path }) => cancelIntent(turn, path.id, params),
  ),
  "POST /v1/setup_intents": asking<"POST /v1/setup_intents">(({ turn, params }) => createSetup(turn, params)),
  "GET /v1/setup_intents/:id": reading("setup_intent"),
  "POST /v1/setup_intents/:id/confirm": asking<"POST /v1/setup_intents/:id/confirm">(
    ({ turn, params, path }) => confirmSetup(turn, path.id, { method: params.payment_method }),
  ),
  "POST /v1/payment_methods": asking<"POST /v1/payment_methods">(({ turn, params }) =>
    createPaymentMethod(turn, params),
  ),
  "GET /v1/payment_methods/:id": reading("payment_method"),
  "POST /v1/payment_methods/:id/attach": asking<"POST /v1/payment_methods/:id/attach">(
    ({ turn, params, path }) => attachMethod(turn, path.id, params.customer ?? ""),
  ),
  "POST /v1/payment_methods/:id/detach": ({ turn, path }) => detachMethod(turn, path.id),
  "GET /v1/mandates/:id": reading("mandate"),
  "GET /v1/charges": listing("charge", ["customer", "payment_intent"]),
  "GET /v1/charges/:id": reading("charge"),
  "POST /v1/refunds": asking<"POST /v1/refunds">(({ turn, params }) => createRefund(turn, params)),
  "GET /v1/refunds": listing("refund", ["charge", "payment_intent"]),
  "GET /v1/refunds/:id": reading("refund"),
  "POST /v1/transfers": asking<"POST /v1/transfers">(({ turn, params }) => createTransfer(turn, params)),
  "GET /v1/transfers": listing("transfer", ["destination", "transfer_group"]),
  "GET /v1/transfers/:id": reading("transfer"),
  "POST /v1/transfers/:id/reversals": asking<"POST /v1/transfers/:id/reversals">(({ turn, params, path }) =>
    reverseTransfer(turn, path.id, params),
  ),
  "GET /v1/transfers/:id/reversals/:reversal": ({ turn, path }) =>
    turn.need("transfer_reversal", path.reversal),
  "GET /v1/disputes": listing("dispute", ["charge", "payment_intent"]),
  "GET /v1/disputes/:id": reading("dispute"),
  "POST /v1/disputes/:id": asking<"POST /v1/disputes/:id">(({ turn, params, path }) =>
    answerDispute(turn, path.id, params),
  ),
  "POST /v1/disputes/:id/close": ({ turn, path }) => closeDispute(turn, path.id, false),
  "POST /v1/payouts": asking<"POST /v1/payouts">(({ turn, params }) =>
    createPayout(turn, params, { automatic: false }),
  ),
  "GET /v1/payouts": listing("payout", ["status", "destination"]),
  "GET /v1/payouts/:id": reading("payout"),
  "GET /v1/balance": ({ turn }) => balanceOf(turn, homeOf(turn)),
  "GET /v1/balance_transactions": listing("balance_transaction", ["currency", "source", "type"], asOfNow),
  "GET /v1/balance_transactions/:id": ({ turn, path }) =>
    asOfNow(turn, turn.need("balance_transaction", path.id)),
  "GET /v1/application_fees": listing("application_fee", ["charge"]),
  "GET /v1/application_fees/:id": reading("application_fee"),
  "GET /v1/events": listing("event", ["type"]),
  "GET /v1/events/:id": reading("event"),
};

const homeOf = (turn: Turn) =>
  turn.account === platformAccount
    ? "usd"
    : (turn.need("account", turn.account).default_currency ?? homeCurrency("US"));

type ListParams = {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number };
} & Record<string, unknown>;

/** A page of a kind, the newest first, narrowed by `created` and by the fields named here. */
function listing<K extends Kind>(
  kind: K,
  filters: string[],
  seen?: (turn: Turn, body: Kinds[K]) => Kinds[K],
): Answer {
  return ({ turn, params }: Asked<never>) => {
    const asked = params as ListParams;
    const limit = asked.limit ?? 10;
    if (limit < 1 || limit > 100)
      throw invalid("Invalid integer: limit must be between 1 and 100.", { param: "limit" });
    const fits = turn.all(kind).filter((body) => {
      const fields = body as unknown as Record<string, unknown>;
      return (
        isWithin(fields.created as number, asked.created) &&
        filters.every((name) => asked[name] === undefined || fields[name] === asked[name])
      );
    });
    const { rows, more } = pageOf(fits, asked, limit);
    const data = seen ? rows.map((body) => seen(turn, body)) : rows;
    return {
      object: "list",
      data,
      has_more: more,
      url: `/v1/${kind.replace(".", "/")}s`,
    } satisfies Stripe.ApiList<unknown>;
  };
}

function pageOf<T extends { id: string }>(
  all: T[],
  { starting_after: after, ending_before: before }: ListParams,
  limit: number,
) {
  if (before) {
    const end = indexIn(all, before, "ending_before");
    return { rows: all.slice(Math.max(0, end - limit), end), more: end > limit };
  }
  const start = after ? indexIn(all, after, "starting_after") + 1 : 0;
  return { rows: all.slice(start, start + limit), more: all.length > start + limit };
}

function indexIn(all: { id: string }[], id: string, param: string): number {
  const index = all.findIndex((each) => each.id === id);
  if (index < 0) throw invalid(`No such object: '${id}'`, { param, code: "resource_missing" });
  return index;
}

const isWithin = (created: number, range: ListParams["created"]): boolean =>
  range === undefined ||
  (typeof range === "number"
    ? created === range
    : created > (range.gt ?? -1) &&
      created >= (range.gte ?? 0) &&
      created < (range.lt ?? Number.POSITIVE_INFINITY) &&
      created <= (range.lte ?? Number.POSITIVE_INFINITY));
