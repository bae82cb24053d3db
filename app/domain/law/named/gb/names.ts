/** Rules of England and Wales that data cannot say; each is a function of the same name in `rules.ts`. */
export type GbRule =
  | "underEnglishLaw"
  | "letterPostedInTime"
  | "letterGoesOutInTime"
  | "responseTimeOver"
  | "replyTimeOver"
  | "documentsProvided"
  | "noticeOfIntentionOver"
  | "lateReplyAwaited"
  | "rightCourtForGoods"
  | "sevenClearDays"
  | "notGenuinelyDisputed"
  | "registerNumberFits";
