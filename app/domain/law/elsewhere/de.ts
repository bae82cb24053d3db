import {
  calculated,
  data,
  type Elsewheres,
  open,
  register,
  within,
} from "#app/domain/law/elsewhere/elsewhere.ts";

/** Rows of Germany that live elsewhere than in its pack. */
export const deElsewhere: Elsewheres = {
  "DE-COV-01": within("packs/de/parties.ts: the condition privatePerson of every information duty"),
  "DE-COV-02": calculated("interestOn: the points over the base rate, and the flat sum"),
  "DE-COV-03": within(
    "DE-ACTOR-01: whoever acts as a collector needs the registration, a creditor for its own claim none",
  ),
  "DE-ESC-08": open(
    "the central court is that of the applicant's own seat, in North Rhine-Westphalia by its court district; the facts of a case hold the debtor's Land and no seat of the applicant, so that none can be named. Applications go through the court's own machine interface",
  ),
  "DE-ESC-17": open(
    "powers of the bailiff, who acts on a commission outside the platform; no step of ours turns on them",
  ),
  "DE-ESC-18": calculated("assetDeclarationEnd: question `asset-declaration`"),
  "DE-ESC-20": calculated("bankPayoutFrom, protectedMonthly"),
  "DE-ESC-21": calculated("attachmentFloor, from the yearly series"),
  "DE-CONTACT-07": within("DE-NOTICE-01, item 7"),
  "DE-CONTACT-08": open(
    "recoveries do not pass through the platform; each collector keeps its own client account",
  ),
  "DE-ACTOR-02": register,
  "DE-ACTOR-03": register,
  "DE-ACTOR-07": open(
    "the measure of fines bears on no step; what they punish is stopped by DE-ACTOR-01 and DE-NOTICE-01",
  ),
  "DE-ACTOR-09": open("a duty of the platform itself: neutral matching, no advice on a case"),
  "DE-MONEY-01": calculated("interestOn"),
  "DE-MONEY-02": calculated("interestOn: fixedSum; question `collection-fee` sets it off"),
  "DE-MONEY-03": calculated("allocate, in the two orders"),
  "DE-MONEY-04": calculated("interestOn: from the day after the suit"),
  "DE-MONEY-06": calculated("collectionCosts"),
  "DE-MONEY-08": calculated("planFee; the settlement fee of a trial is the court's to fix"),
  "DE-MONEY-09": open(
    "fees of the proceedings themselves are fixed by the court on its own tables; only what is asked before court is a step here",
  ),
  "DE-MONEY-10": calculated("lawyerMayShare"),
  "DE-MONEY-11": calculated(
    "feeCap: a registered collector's share; the form of the agreement is the engagement's",
  ),
  "DE-MONEY-12": calculated(
    "leastSuitFee: the fee check of a bid warns of less for a mandate that reaches a suit",
  ),
  "DE-MONEY-14": open("a lawyer's duty towards the client before the mandate, outside the case"),
  "DE-LIM-01": calculated("limitationOf"),
  "DE-LIM-02": calculated("deTitledLimitationOf; recurring later items are for counsel"),
  "DE-LIM-03": calculated("limitationOf"),
  "DE-LIM-04": calculated(
    "limitationOf; the month after a rejected application is for the lawyer's statement (POL-LADDER-07)",
  ),
  "DE-LIM-05": calculated("limitationOf"),
  "DE-LIM-06": calculated("limitationOf: a reminder renews nothing"),
  "DE-LIM-08": calculated("limitationOf"),
  "DE-NOTICE-02": within(
    "POL-LADDER-03: itemised account and primary document; the text itself is read by the linter",
  ),
  "DE-NOTICE-03": within("DE-ESC-02"),
  "DE-NOTICE-04": within("DE-ESC-06"),
  "DE-NOTICE-05": within("DE-ESC-06"),
  "DE-NOTICE-06": within("DE-ESC-22, DE-CONTACT-02"),
  "DE-NOTICE-07": within("DE-ESC-07, DE-ESC-09"),
  "DE-NOTICE-08": open(
    "what a collector tells a consumer who is its client before the contract; clients here are told by the engagement",
  ),
  "DE-DATA-01": data,
  "DE-DATA-02": within("DE-ESC-22; a person records every report"),
  "DE-DATA-03": data,
  "DE-DATA-04": data,
  "DE-CAL-01": calculated("endOfPeriod, addMonths"),
  "DE-CAL-02": calculated("endOfPeriod"),
  "DE-CAL-03": calculated("endOfPeriod"),
  "DE-CAL-04": calculated(
    "deCalendars: by Land, the later day for the debtor's periods and the earlier for the creditor's",
  ),
  "DE-FEE-01": calculated("courtFee"),
  "DE-FEE-02": calculated("courtFee; the reduced fee after a withdrawal is the court's to state"),
  "DE-FEE-03": calculated("courtFee"),
};
