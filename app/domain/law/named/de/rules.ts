import { bureauReportReady, undisputed } from "#app/domain/law/named/de/bureau-report.ts";
import { barredNeedsCounsel, collectionCostsWithinCap } from "#app/domain/law/named/de/costs.ts";
import { inDefault, inDefaultForAWeek, remindedAfterInvoice } from "#app/domain/law/named/de/default.ts";
import { assertedInText, firstAssertionComplete } from "#app/domain/law/named/de/first-assertion.ts";
import type { DeRule } from "#app/domain/law/named/de/names.ts";
import {
  noObjection,
  objectionPeriodOver,
  paymentOrderAlive,
  rateAllowsPaymentOrder,
} from "#app/domain/law/named/de/payment-order.ts";
import type { Check } from "#app/domain/law/scene.ts";

export const deRules: Record<DeRule, Check> = {
  inDefault,
  inDefaultForAWeek,
  remindedAfterInvoice,
  firstAssertionComplete,
  assertedInText,
  barredNeedsCounsel,
  collectionCostsWithinCap,
  rateAllowsPaymentOrder,
  objectionPeriodOver,
  noObjection,
  paymentOrderAlive,
  bureauReportReady,
  undisputed,
};
