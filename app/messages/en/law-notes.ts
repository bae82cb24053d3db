/** Where a rule that is no check of a step lives, or why it is not built, for whoever reads the rules. Keys are the rows. */
const limitation = "The limitation calculator works the day out.";
const interest = "The interest calculator works it out.";
const fee = "The court-fee calculator works it out.";
const judgment = "The judgment-interest calculator works it out.";
const deadline = "The deadline calculator works the day out.";
const keeper = "A duty of the platform as keeper of data, not a condition of a step.";
const register = "Checked by an administrator against the register when a licence is verified.";

export const lawNotes = {
  "lawnote.CN-CAL-01": deadline,
  "lawnote.CN-CAL-02": deadline,
  "lawnote.CN-CAL-03": "The calendar of working days and holidays on file decides.",
  "lawnote.CN-CAL-04":
    "Relief that the court grants on request after an obstacle; no last day follows from the case.",
  "lawnote.CN-CONTACT-05":
    "Its text is uncertain, and the convention names no hours or figures that a step could be held to.",
  "lawnote.CN-CONTACT-10":
    "The measure of penalties after an incident; the conduct itself is barred by other rules.",
  "lawnote.CN-DATA-01": "Not built yet: the legal basis is not asked for when a debtor's data are entered.",
  "lawnote.CN-DATA-02":
    "Not built yet: terms of entrusted processing. The case file is opened to a collector only at the engagement.",
  "lawnote.CN-DATA-03":
    "Who the debtor is stays masked until the engagement, and every look at it is logged. Not built yet: asking for separate consent.",
  "lawnote.CN-DATA-04":
    "No page or text publishes a debtor; posting a notice in public is barred by another rule.",
  "lawnote.CN-DATA-05": "An impact assessment of the platform, outside of any case.",
  "lawnote.CN-DATA-06": "No automated decision ranks bids or debtors.",
  "lawnote.CN-DATA-07": "Where the data are stored is a matter of the installation, outside of any case.",
  "lawnote.CN-DATA-08": "Not built yet: deletion of a case's data when its time is over.",
  "lawnote.CN-ESC-15": "A notarised instrument counts as a title, from which enforcement starts.",
  "lawnote.CN-FEE-01": fee,
  "lawnote.CN-FEE-02": fee,
  "lawnote.CN-FEE-03": fee,
  "lawnote.CN-FEE-04": fee,
  "lawnote.CN-FEE-05": fee,
  "lawnote.CN-FEE-06": fee,
  "lawnote.CN-FEE-07": "The deadline calculator gives the last day for paying in advance.",
  "lawnote.CN-HOLD-08": "The reference says that there is no such rule.",
  "lawnote.CN-LIM-01": limitation,
  "lawnote.CN-LIM-02": limitation,
  "lawnote.CN-LIM-03": limitation,
  "lawnote.CN-LIM-04": limitation,
  "lawnote.CN-LIM-05": limitation,
  "lawnote.CN-LIM-06": limitation,
  "lawnote.CN-LIM-07": limitation,
  "lawnote.CN-LIM-09": limitation,
  "lawnote.CN-MONEY-01": interest,
  "lawnote.CN-MONEY-02": interest,
  "lawnote.CN-MONEY-03": "The interest calculator gives no interest for the term without an agreement.",
  "lawnote.CN-MONEY-04": interest,
  "lawnote.CN-MONEY-05": "The interest calculator goes by the kind of creditor.",
  "lawnote.CN-MONEY-06": interest,
  "lawnote.CN-MONEY-07": "The interest calculator holds contracts from 1 October 2025 to 24 %, whoever asks.",
  "lawnote.CN-MONEY-08":
    "The interest calculator holds it to 24 %; loans from 2028 are refused, since a lower cap then holds for small-loan companies.",
  "lawnote.CN-MONEY-10": interest,
  "lawnote.CN-MONEY-11": interest,
  "lawnote.CN-MONEY-14": "The payment calculator sets payments off in the order of the law.",
  "lawnote.CN-MONEY-15": judgment,
  "lawnote.CN-NOTICE-05": "Not built yet: telling the debtor how personal data are handled.",
  "lawnote.DE-ACTOR-02": register,
  "lawnote.DE-ACTOR-03": register,
  "lawnote.DE-ACTOR-07": "The measure of fines bears on no step; what they punish is stopped by other rules.",
  "lawnote.DE-ACTOR-09": "A duty of the platform itself: neutral matching, no advice on a case.",
  "lawnote.DE-CAL-01": deadline,
  "lawnote.DE-CAL-02": deadline,
  "lawnote.DE-CAL-03": deadline,
  "lawnote.DE-CAL-04":
    "Holidays go by the Land: the later day for the debtor's periods, the earlier for the creditor's.",
  "lawnote.DE-CONTACT-07": "Part of the information that the first letter must give.",
  "lawnote.DE-CONTACT-08":
    "Recoveries do not pass through the platform; each collector keeps its own client account.",
  "lawnote.DE-COV-01": "Whether the debtor is a private person is a condition of every information duty.",
  "lawnote.DE-COV-02": "The interest calculator gives the points over the base rate and the flat sum.",
  "lawnote.DE-COV-03":
    "Whoever acts as a collector needs the registration; a creditor needs none for its own claim.",
  "lawnote.DE-DATA-01": keeper,
  "lawnote.DE-DATA-02": "Part of the rules of reports to a bureau; a person records every report.",
  "lawnote.DE-DATA-03": keeper,
  "lawnote.DE-DATA-04": keeper,
  "lawnote.DE-ESC-08":
    "The court follows from the applicant's seat, and applications are filed with the court outside the platform.",
  "lawnote.DE-ESC-17":
    "Powers of the bailiff, who acts on a commission outside the platform; no step here turns on them.",
  "lawnote.DE-ESC-18":
    "The enforcement calculator tells when the debtor may be asked again for a statement of assets.",
  "lawnote.DE-ESC-20":
    "The enforcement calculator works out the bank's waiting time and the protected monthly sum.",
  "lawnote.DE-ESC-21":
    "The enforcement calculator takes the part of wages that is free from attachment from the yearly tables.",
  "lawnote.DE-FEE-01": fee,
  "lawnote.DE-FEE-02":
    "The court-fee calculator works it out; the reduced fee after a withdrawal is the court's to state.",
  "lawnote.DE-FEE-03": fee,
  "lawnote.DE-LIM-01": limitation,
  "lawnote.DE-LIM-02":
    "The limitation calculator works it out for titled claims; recurring later items are for counsel.",
  "lawnote.DE-LIM-03": limitation,
  "lawnote.DE-LIM-04":
    "The limitation calculator works it out; the month after a rejected application is for the lawyer to state.",
  "lawnote.DE-LIM-05": limitation,
  "lawnote.DE-LIM-06": "To the limitation calculator a reminder renews nothing.",
  "lawnote.DE-LIM-08": limitation,
  "lawnote.DE-MONEY-01": interest,
  "lawnote.DE-MONEY-02":
    "The interest calculator gives the flat sum, and the collection-fee calculator sets it off.",
  "lawnote.DE-MONEY-03": "The payment calculator sets payments off in the two orders of the law.",
  "lawnote.DE-MONEY-04": "The interest calculator counts from the day after the suit.",
  "lawnote.DE-MONEY-06": "The collection-fee calculator works out what may be asked of the debtor.",
  "lawnote.DE-MONEY-08":
    "The collection-fee calculator gives the fee for a plan; a settlement fee at trial is the court's to fix.",
  "lawnote.DE-MONEY-09":
    "Fees of the proceedings themselves are fixed by the court; only what is asked before court is a step here.",
  "lawnote.DE-MONEY-10": "The fee calculator tells whether a lawyer may take a share.",
  "lawnote.DE-MONEY-11":
    "The fee calculator allows a share for collection out of court; the form of the agreement is the engagement's.",
  "lawnote.DE-MONEY-12":
    "A lawyer's fee is the bid itself; the lawyer, who may not ask less than the least fee for court work, tells it.",
  "lawnote.DE-MONEY-14": "A lawyer's duty towards the client before the mandate, outside the case.",
  "lawnote.DE-NOTICE-02":
    "The itemised account and the primary document are asked for by the formal demand; the linter reads the text when it is shown its words.",
  "lawnote.DE-NOTICE-03": "Part of the rules of the reminder.",
  "lawnote.DE-NOTICE-04": "Part of the rules of the payment order.",
  "lawnote.DE-NOTICE-05": "Part of the rules of the payment order.",
  "lawnote.DE-NOTICE-06": "Part of the rules of reports to a bureau and of threats of them.",
  "lawnote.DE-NOTICE-07": "Part of the rules of objection and of the enforcement order.",
  "lawnote.DE-NOTICE-08":
    "What a collector tells a consumer who is its client before the contract; clients here are told by the engagement.",
  "lawnote.GB-ACTOR-06":
    "Part of the rule of the financial regulator's permission; the data-protection fee is checked when a licence is verified.",
  "lawnote.GB-ACTOR-07":
    "A duty of the firm's own site towards the public; a bid here tells its price in full before it is taken.",
  "lawnote.GB-CAL-01": deadline,
  "lawnote.GB-CAL-02": deadline,
  "lawnote.GB-CAL-03": "The deadline calculator moves the last day for a defence to the next open day.",
  "lawnote.GB-CAL-04": deadline,
  "lawnote.GB-CAL-05": deadline,
  "lawnote.GB-CAL-06": deadline,
  "lawnote.GB-CONTACT-05":
    "A matter of the text itself: the linter marks words that are shown to it. Not built yet: sending by the platform, with the linter as its gate.",
  "lawnote.GB-CONTACT-06":
    "No charge is added to what a person owes; compensation for late commercial payment comes from the interest calculator.",
  "lawnote.GB-CONTACT-07": "Every pause leaves an answer to the debtor open.",
  "lawnote.GB-COV-04": "The interest calculator decides whether a debt is commercial.",
  "lawnote.GB-DATA-01": keeper,
  "lawnote.GB-DATA-02": keeper,
  "lawnote.GB-DATA-03": keeper,
  "lawnote.GB-DATA-04": keeper,
  "lawnote.GB-ESC-15":
    "The court keeps the register of judgments; marking one as satisfied bears on no step.",
  "lawnote.GB-FEE-01": fee,
  "lawnote.GB-FEE-02": fee,
  "lawnote.GB-FEE-03": fee,
  "lawnote.GB-FEE-04": fee,
  "lawnote.GB-FEE-05":
    "The court allocates the track; the small-claims limit is used for the protocol and the hearing fee.",
  "lawnote.GB-FEE-06": "Which online service takes the claim is the claimant's choice and bars no step.",
  "lawnote.GB-HOLD-02": "The pause of a mental-health crisis ends thirty days after the treatment.",
  "lawnote.GB-LIM-01": limitation,
  "lawnote.GB-LIM-02": limitation,
  "lawnote.GB-LIM-03": limitation,
  "lawnote.GB-LIM-04":
    "The limitation calculator counts from the day of discovery; a claim once issued is the lawsuit's rung.",
  "lawnote.GB-LIM-06":
    "The limitation calculator moves the last day to the next open day and warns of the day before.",
  "lawnote.GB-MONEY-01": "The interest calculator keeps the reference rate of the first day to the last.",
  "lawnote.GB-MONEY-02": interest,
  "lawnote.GB-MONEY-03": interest,
  "lawnote.GB-MONEY-04":
    "The interest calculator uses an agreed rate and asks counsel whether it is a substantial remedy.",
  "lawnote.GB-MONEY-05": "The interest calculator takes the contract's rate, else the court's, never both.",
  "lawnote.GB-MONEY-06": judgment,
  "lawnote.GB-MONEY-07": "The fee-cap calculator works it out.",
  "lawnote.GB-MONEY-08":
    "The platform charges the creditor a flat fee, told in writing; no step turns on it.",
  "lawnote.GB-NOTICE-05":
    "Part of the rules of regulated credit; arrears notices and the status line are a matter of the text.",
  "lawnote.US-ACTOR-04":
    "The length of a number proves nothing; an administrator looks the register up when a licence is verified.",
  "lawnote.US-ACTOR-07":
    "Client money is no step of a case: recoveries go to the creditor or into the collector's own trust account, never through the platform.",
  "lawnote.US-CAL-01": deadline,
  "lawnote.US-CAL-02": deadline,
  "lawnote.US-CAL-04": "Limits of calls count calendar days; the time to dispute counts business days.",
  "lawnote.US-CAL-05": "The calendar of federal holidays decides.",
  "lawnote.US-CONTACT-04": "Part of the rules that count calls.",
  "lawnote.US-COV-02": "No rule of contact asks who acts, so that creditors are held to Regulation F too.",
  "lawnote.US-COV-03":
    "Small commercial debts are covered in California; Massachusetts, New York City and Florida have rules of contact of their own.",
  "lawnote.US-COV-04": "Every rule that applies is asked, so the strictest decides.",
  "lawnote.US-COV-05": "The measure of damages bears on no step.",
  "lawnote.US-DATA-01":
    "The records calculator counts three years from the last activity, a recording from its call. Not built yet: deletion when they are over.",
  "lawnote.US-DATA-02": "A security programme of the platform, outside of any case.",
  "lawnote.US-DATA-03":
    "Pulling consumer reports is no step the platform offers; reports to a bureau have a rule of their own.",
  "lawnote.US-DATA-04": "Voice prints are never made, and privacy requests are answered outside of any case.",
  "lawnote.US-LIM-01": "The limitation calculator takes the shortest of forum, residence and chosen law.",
  "lawnote.US-LIM-02": limitation,
  "lawnote.US-LIM-03": limitation,
  "lawnote.US-LIM-04":
    "Suit and its threat are barred by another rule; receiving a payment is never an act that is decided.",
  "lawnote.US-MONEY-02":
    "The judgment-interest calculator compounds it yearly, and refuses until the Treasury yield is on file.",
  "lawnote.US-MONEY-03": judgment,
  "lawnote.US-MONEY-04": judgment,
  "lawnote.US-MONEY-05":
    "The judgment-interest calculator knows the states' rates: some by statute, others by published series, refused until those are on file.",
  "lawnote.US-MONEY-06":
    "The interest calculator tells of a rate above the civil ceiling of New York, Florida or Pennsylvania and sends it to counsel; banks are exempt.",
  "lawnote.US-NOTICE-02": "The notice that contact ends stays open while the debtor wants no contact.",
  "lawnote.US-STATE-04":
    "The court-fee calculator knows the federal filing fee; every state's court is asked for a quote.",
  "lawnote.US-STATE-05":
    "The limitation calculator knows California; licence and bond are asked for by rules of their own.",
  "lawnote.US-STATE-06":
    "The limitation calculator knows New York; New York City's licence is asked for by the rule of licences.",
  "lawnote.US-STATE-07": "The limitation calculator knows Texas; its bond is asked for by the rule of bonds.",
  "lawnote.US-STATE-08":
    "The limitation calculator knows Florida; the registration is asked for by the rule of licences.",
  "lawnote.US-STATE-09":
    "The limitation calculator knows Illinois; licence and bond are asked for by rules of their own.",
  "lawnote.US-STATE-10":
    "The limitation calculator knows Massachusetts; its licence is asked for by the rule of licences.",
  "lawnote.US-STATE-11":
    "The limitation calculator knows Washington; licence and bond are asked for by rules of their own.",
  "lawnote.US-STATE-12":
    "The limitation calculator knows New Jersey; its bond is asked for by the rule of bonds.",
  "lawnote.US-STATE-13": "The limitation calculator knows Pennsylvania; agencies need no licence there.",
  "lawnote.US-STATE-14": "The limitation calculator knows Georgia; agencies need no licence there.",
  "lawnote.X-01":
    "Contact is decided by the debtor's residence, procedure by the forum, and where two places differ both must allow it.",
  "lawnote.X-03": "Limits read the case's whole record, whoever acted.",
  "lawnote.X-08":
    "Posting in public is barred in China by a rule of its own, and no public page names a debtor.",
  "lawnote.X-09": "Every refusal carries its rule, its source, what is missing and the earliest moment.",
  "lawnote.X-10": "Calculations are refused beyond the verified rates, holidays and fees.",
  "lawnote.X-11": interest,
  "lawnote.X-12": "Procedure is decided on civil dates in the court's time zone.",
};
