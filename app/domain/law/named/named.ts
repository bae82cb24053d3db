import { contingentFeeLawful, damagesReasonable, firmNumberValid } from "#app/domain/law/named/bids.ts";
import { guaranteeInTime, objectionFails } from "#app/domain/law/named/cn-acts.ts";
import { deRules } from "#app/domain/law/named/de/rules.ts";
import { disputeOnFile } from "#app/domain/law/named/dispute.ts";
import { gbRules } from "#app/domain/law/named/gb/rules.ts";
import { answerTimeOver, dueOrDemanded } from "#app/domain/law/named/ladder-waits.ts";
import { lawyerNumberValid } from "#app/domain/law/named/lawyer-number.ts";
import { notTimeBarred } from "#app/domain/law/named/not-time-barred.ts";
import { textIsFit, textIsReviewed } from "#app/domain/law/named/text.ts";
import {
  thirdPartyNotRefused,
  thirdPartyOnlyForLocation,
  thirdPartyUnreachable,
} from "#app/domain/law/named/third-party.ts";
import {
  answerPeriodOver,
  inPreferredLanguage,
  serviceRateCapped,
  statedEndLateEnough,
} from "#app/domain/law/named/us-acts.ts";
import {
  furnishingNotified,
  noticeAddsUp,
  textBasis,
  venueAllowed,
} from "#app/domain/law/named/us-contact.ts";
import {
  disputeAnswered,
  validationNoticeSent,
  validationPeriodOver,
} from "#app/domain/law/named/validation.ts";
import type { NamedRule } from "#app/domain/law/pack.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** What data cannot say. `threatIsLawful` asks other rules and is therefore made where rules are. */
export const named: Record<Exclude<NamedRule, "threatIsLawful">, Check> = {
  textIsFit,
  textIsReviewed,
  ...gbRules,
  ...deRules,
  answerPeriodOver,
  contingentFeeLawful,
  damagesReasonable,
  disputeOnFile,
  firmNumberValid,
  guaranteeInTime,
  inPreferredLanguage,
  objectionFails,
  serviceRateCapped,
  statedEndLateEnough,
  thirdPartyNotRefused,
  answerTimeOver,
  dueOrDemanded,
  lawyerNumberValid,
  notTimeBarred,
  thirdPartyOnlyForLocation,
  thirdPartyUnreachable,
  furnishingNotified,
  noticeAddsUp,
  textBasis,
  venueAllowed,
  disputeAnswered,
  validationNoticeSent,
  validationPeriodOver,
};
