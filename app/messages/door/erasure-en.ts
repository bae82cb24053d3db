/** Terms that data is kept for, what was erased, and what the debtor may ask for about their data. */
export const erasure = {
  "erasure.years": "{count} years",
  "erasure.days": "{count} days",
  "erasure.term": "{long} from {from}",
  "erasure.term_year_end": "{long} from the end of the year of {from}",
  "erasure.from.closed": "the end of the matter",
  "erasure.from.lastAct": "the last time you were contacted or a step was taken",
  "erasure.from.lastRecording": "the last recorded call",
  "erasure.from.lastLetter": "the last letter",
  "erasure.from.lastVoucher": "the last payment or bill",
  "erasure.papers":
    "The papers were erased with your personal data on {on}, because the time they have to be kept had ended ({term}). Nobody can read them any more.",
};
