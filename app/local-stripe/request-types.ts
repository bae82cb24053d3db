import type Stripe from "stripe";

/**
 * The body (or the query of a GET) of every request the local service answers, by its route. The JSON Schemas in
 * `request-schemas.json` are made from this type, so that what the SDK would not send is refused.
 */
export type Requests = {
  "POST /v1/accounts": Stripe.AccountCreateParams;
  "GET /v1/accounts/:id": Stripe.AccountRetrieveParams;
  "POST /v1/account_links": Stripe.AccountLinkCreateParams;
  "POST /v1/customers": Stripe.CustomerCreateParams;
  "GET /v1/customers/:id": Stripe.CustomerRetrieveParams;
  "POST /v1/checkout/sessions": Stripe.Checkout.SessionCreateParams;
  "GET /v1/checkout/sessions/:id": Stripe.Checkout.SessionRetrieveParams;
  "POST /v1/checkout/sessions/:id/expire": Stripe.Checkout.SessionExpireParams;
  "POST /v1/payment_intents": Stripe.PaymentIntentCreateParams;
  "GET /v1/payment_intents": Stripe.PaymentIntentListParams;
  "GET /v1/payment_intents/:id": Stripe.PaymentIntentRetrieveParams;
  "POST /v1/payment_intents/:id/confirm": Stripe.PaymentIntentConfirmParams;
  "POST /v1/payment_intents/:id/capture": Stripe.PaymentIntentCaptureParams;
  "POST /v1/payment_intents/:id/cancel": Stripe.PaymentIntentCancelParams;
  "POST /v1/setup_intents": Stripe.SetupIntentCreateParams;
  "GET /v1/setup_intents/:id": Stripe.SetupIntentRetrieveParams;
  "POST /v1/setup_intents/:id/confirm": Stripe.SetupIntentConfirmParams;
  "POST /v1/payment_methods": Stripe.PaymentMethodCreateParams;
  "GET /v1/payment_methods/:id": Stripe.PaymentMethodRetrieveParams;
  "POST /v1/payment_methods/:id/attach": Stripe.PaymentMethodAttachParams;
  "POST /v1/payment_methods/:id/detach": Stripe.PaymentMethodDetachParams;
  "GET /v1/mandates/:id": Stripe.MandateRetrieveParams;
  "GET /v1/charges": Stripe.ChargeListParams;
  "GET /v1/charges/:id": Stripe.ChargeRetrieveParams;
  "POST /v1/refunds": Stripe.RefundCreateParams;
  "GET /v1/refunds": Stripe.RefundListParams;
  "GET /v1/refunds/:id": Stripe.RefundRetrieveParams;
  "POST /v1/transfers": Stripe.TransferCreateParams;
  "GET /v1/transfers": Stripe.TransferListParams;
  "GET /v1/transfers/:id": Stripe.TransferRetrieveParams;
  "POST /v1/transfers/:id/reversals": Stripe.TransferCreateReversalParams;
  "GET /v1/transfers/:id/reversals/:reversal": Stripe.TransferRetrieveReversalParams;
  "GET /v1/disputes": Stripe.DisputeListParams;
  "GET /v1/disputes/:id": Stripe.DisputeRetrieveParams;
  "POST /v1/disputes/:id": Stripe.DisputeUpdateParams;
  "POST /v1/disputes/:id/close": Stripe.DisputeCloseParams;
  "POST /v1/payouts": Stripe.PayoutCreateParams;
  "GET /v1/payouts": Stripe.PayoutListParams;
  "GET /v1/payouts/:id": Stripe.PayoutRetrieveParams;
  "GET /v1/balance": Stripe.BalanceRetrieveParams;
  "GET /v1/balance_transactions": Stripe.BalanceTransactionListParams;
  "GET /v1/balance_transactions/:id": Stripe.BalanceTransactionRetrieveParams;
  "GET /v1/application_fees": Stripe.ApplicationFeeListParams;
  "GET /v1/application_fees/:id": Stripe.ApplicationFeeRetrieveParams;
  "GET /v1/events": Stripe.EventListParams;
  "GET /v1/events/:id": Stripe.EventRetrieveParams;
};

export type RequestRoute = keyof Requests;
