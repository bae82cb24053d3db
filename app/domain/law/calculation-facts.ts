import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { Known } from "#app/domain/law/facts.ts";

/** The days from which deadlines run. */
export type DateFacts = {
  abroad?: Known<boolean>;
  byMail?: Known<boolean>;
  callOn?: Known<CivilDate>;
  clearDays?: Known<number>;
  demandedOn?: Known<CivilDate>;
  documentsProvidedOn?: Known<CivilDate>;
  effectiveOn?: Known<CivilDate>;
  fourteenDayNoticeOn?: Known<CivilDate>;
  hearingOn?: Known<CivilDate>;
  invoiceReceivedOn?: Known<CivilDate>;
  issuedOn?: Known<CivilDate>;
  land?: Known<string>;
  lastActivityOn?: Known<CivilDate>;
  letterDate?: Known<CivilDate>;
  noticeOn?: Known<CivilDate>;
  postedOn?: Known<CivilDate>;
  preservedOn?: Known<CivilDate>;
  receivedOn?: Known<CivilDate>;
  registeredOn?: Known<CivilDate>;
  remindersOn?: Known<CivilDate[]>;
  replyReceivedOn?: Known<CivilDate>;
  sentOn?: Known<CivilDate>;
  servedOn?: Known<CivilDate>;
};

/** What fees and their caps are asked about; amounts in minor units, shares in per cent as decimal text. */
export type FeeFacts = {
  amount?: Known<number>;
  claim?: Known<number>;
  clientOtherwiseDeterred?: Known<boolean>;
  counselPercent?: Known<string>;
  court?: Known<string>;
  creditorDeductsVat?: Known<boolean>;
  currency?: Known<string>;
  disputed?: Known<boolean>;
  fee?: Known<number>;
  feePercent?: Known<string>;
  filedOn?: Known<CivilDate>;
  flatSumPaid?: Known<number>;
  interestToIssue?: Known<number>;
  mandateOn?: Known<CivilDate>;
  matter?: Known<string>;
  outOfCourtCollection?: Known<boolean>;
  paidWithinDays?: Known<number>;
  realised?: Known<number>;
  recovered?: Known<number>;
  successFeePercent?: Known<string>;
  vatPercent?: Known<string>;
  weeklyDisposable?: Known<number>;
};
