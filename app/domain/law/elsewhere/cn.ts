import { calculated, type Elsewheres, open, within } from "#app/domain/law/elsewhere/elsewhere.ts";

export const cnElsewhere: Elsewheres = {
  "CN-ESC-15": within(
    "`effectiveInstrument`: a notarised instrument is a title, from which enforcement starts (POL-LADDER-09)",
  ),
  "CN-HOLD-08": open("the reference says that there is no such rule"),
  "CN-CONTACT-05": open(
    "of low confidence, and the convention names no hours or figures that a step could be held to",
  ),
  "CN-CONTACT-10": open(
    "the measure of penalties after an incident; the conduct itself is barred by CN-CONTACT-08 and X-05",
  ),
  "CN-MONEY-01": calculated("interestOn"),
  "CN-MONEY-02": calculated("interestOn"),
  "CN-MONEY-03": calculated("interestOn: no term interest without agreement"),
  "CN-MONEY-04": calculated("interestOn"),
  "CN-MONEY-05": calculated("interestOn: by the kind of creditor"),
  "CN-MONEY-06": calculated("interestOn"),
  "CN-MONEY-07": calculated("interestOn: 24 % for contracts from 1 Oct 2025, whoever asks"),
  "CN-MONEY-08": calculated(
    "interestOn: 24 %; loans from 2028 are refused, since the lower cap then holds for small-loan companies",
  ),
  "CN-MONEY-10": calculated("interestOn"),
  "CN-MONEY-11": calculated("interestOn"),
  "CN-MONEY-14": calculated("allocate"),
  "CN-MONEY-15": calculated("judgmentInterestOn"),
  "CN-LIM-01": calculated("limitationOf"),
  "CN-LIM-02": calculated("limitationOf"),
  "CN-LIM-03": calculated("limitationOf"),
  "CN-LIM-04": calculated("limitationOf"),
  "CN-LIM-05": calculated("limitationOf"),
  "CN-LIM-06": calculated("limitationOf"),
  "CN-LIM-07": calculated("limitationOf"),
  "CN-LIM-09": calculated("limitationOf"),
  "CN-NOTICE-05": open("not built yet: telling the debtor how personal data are handled"),
  "CN-DATA-01": open("not built yet: the legal basis is not asked for when a debtor's data are entered"),
  "CN-DATA-02": open(
    "not built yet: terms of entrusted processing; the case file is opened to a collector only at the engagement",
  ),
  "CN-DATA-03": open(
    "the debtor is masked until the engagement and every viewing is logged; not built yet: asking for separate consent",
  ),
  "CN-DATA-04": open(
    "no page or text publishes a debtor; posting a notice in public is barred by CN-CONTACT-08",
  ),
  "CN-DATA-05": open("an impact assessment of the platform, outside of any case"),
  "CN-DATA-06": open("bids and debtors are ranked by no automated decision"),
  "CN-DATA-07": open("where the data are stored is a matter of the installation, outside of any case"),
  "CN-DATA-08": open("not built yet: a job that deletes a case's data when its time is over"),
  "CN-CAL-01": calculated("cnDeadline"),
  "CN-CAL-02": calculated("addMonths, cnDeadline"),
  "CN-CAL-03": calculated("isWorkday"),
  "CN-CAL-04": open(
    "relief that the court grants on request after an obstacle; no last day follows from the case",
  ),
  "CN-FEE-01": calculated("courtFee"),
  "CN-FEE-02": calculated("courtFee: the same figures by marginal bands"),
  "CN-FEE-03": calculated("courtFee"),
  "CN-FEE-04": calculated("courtFee"),
  "CN-FEE-05": calculated("courtFee"),
  "CN-FEE-06": calculated("courtFee"),
  "CN-FEE-07": calculated("cnPeriods.prepayFee"),
};
