import { calculated, type Elsewheres, open, within } from "#app/domain/law/elsewhere/elsewhere.ts";

export const usElsewhere: Elsewheres = {
  "US-COV-02": within("no row of contact asks who acts, so that creditors are held to Regulation F too"),
  "US-COV-03": within(
    "the condition `covered` of packs/us/coverage.ts: small commercial debts in California; Massachusetts, New York City and Florida have rows of their own in US-CONTACT-01 and -07",
  ),
  "US-COV-04": within("every row that applies is asked, so the strictest decides"),
  "US-COV-05": open("the measure of damages bears on no step"),
  "US-CONTACT-04": within("counted calls of US-CONTACT-02, -03 and -06"),
  "US-ACTOR-04": open(
    "the length of a number proves nothing and is of low confidence; an admin looks the register up when a licence is verified (X-06)",
  ),
  "US-ACTOR-07": open(
    "client money is no step of a case: recoveries are paid to the creditor or into the collector's own trust account, never through the platform",
  ),
  "US-MONEY-02": calculated(
    "judgmentInterestOn: compounded yearly; refused until the Treasury yield is on file",
  ),
  "US-MONEY-03": calculated("judgmentInterestOn"),
  "US-MONEY-04": calculated("judgmentInterestOn"),
  "US-MONEY-05": calculated(
    "usJudgmentRates: IL and PA by statute, TX, FL, GA, NJ, WA and MA by published series, refused until on file",
  ),
  "US-MONEY-06": calculated(
    "usInterestOn: a rate above the civil ceiling of NY, FL or PA is told with a word for counsel; banks are exempt",
  ),
  "US-LIM-01": calculated("limitationOf: the shortest of forum, residence and chosen law"),
  "US-LIM-02": calculated("limitationOf"),
  "US-LIM-03": calculated("limitationOf"),
  "US-LIM-04": within(
    "US-ESC-05 bars suit and its threat; receiving a payment is never an act that is decided",
  ),
  "US-STATE-04": calculated("courtFee: the federal filing fee; every state's court is asked for a quote"),
  "US-STATE-05": calculated("limitationOf: California; licence by US-ACTOR-03, bond by US-STATE-16"),
  "US-STATE-06": calculated("limitationOf: New York; New York City's licence by US-ACTOR-03/NYC"),
  "US-STATE-07": calculated("limitationOf: Texas; bond by US-STATE-16"),
  "US-STATE-08": calculated("limitationOf: Florida; registration by US-ACTOR-03"),
  "US-STATE-09": calculated("limitationOf: Illinois; licence by US-ACTOR-03, bond by US-STATE-16"),
  "US-STATE-10": calculated("limitationOf: Massachusetts; licence by US-ACTOR-03"),
  "US-STATE-11": calculated("limitationOf: Washington; licence by US-ACTOR-03, bond by US-STATE-16"),
  "US-STATE-12": calculated("limitationOf: New Jersey; bond by US-STATE-16"),
  "US-STATE-13": calculated("limitationOf: Pennsylvania; agencies need no licence"),
  "US-STATE-14": calculated("limitationOf: Georgia; agencies need no licence"),
  "US-NOTICE-02": within("purpose `termination_notice`, which a cease-contact hold leaves open"),
  "US-DATA-01": calculated(
    "keptUntil: three years from the last activity, a recording from its call; not built yet: a job that deletes by it",
  ),
  "US-DATA-02": open("a security programme of the platform (16 CFR 314), outside of any case"),
  "US-DATA-03": open(
    "pulling consumer reports is no step the platform offers; reports to a bureau are US-ESC-09",
  ),
  "US-DATA-04": open("voice prints are never made, and privacy requests are answered outside of any case"),
  "US-CAL-01": calculated("rollToCourtDay"),
  "US-CAL-02": calculated("federalAnswer"),
  "US-CAL-04": within("counters count calendar days; validationPeriod counts business days"),
  "US-CAL-05": calculated("federalHolidays, isCourtDay"),
};
