/** Rules of Germany that data cannot say; each is a function of the same name in this folder. */
export type DeRule =
  | "inDefault"
  | "inDefaultForAWeek"
  | "remindedAfterInvoice"
  | "firstAssertionComplete"
  | "assertedInText"
  | "barredNeedsCounsel"
  | "collectionCostsWithinCap"
  | "rateAllowsPaymentOrder"
  | "objectionPeriodOver"
  | "noObjection"
  | "paymentOrderAlive"
  | "bureauReportReady"
  | "undisputed";
