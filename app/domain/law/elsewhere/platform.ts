import { calculated, type Elsewheres, open, within } from "#app/domain/law/elsewhere/elsewhere.ts";

export const commonElsewhere: Elsewheres = {
  "X-01": within(
    "decide: contact by the debtor's residence, procedure by the forum, both states' rows where they differ",
  ),
  "X-03": within("counters read the case's whole record, whoever acted"),
  "X-07": open("the conflict declaration is part of the bid and asked again at award"),
  "X-08": within("CN-ESC-21; no public page names a debtor"),
  "X-09": within("every finding carries rule, source, what is missing and the earliest moment"),
  "X-10": calculated("lprOn, cnDeadline: refused beyond the verified series"),
  "X-11": calculated("accrue"),
  "X-12": within("procedure is decided on civil dates in the forum's zone"),
};
