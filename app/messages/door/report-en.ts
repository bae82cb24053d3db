/** What a debtor reports of how they were treated, and what became of it. */
export const report = {
  "said.report": "You reported how you were treated",
  "said.report_severe": "You reported how you were treated",
  "claim.more.report": "Report how you were treated",
  "report.title": "Report how you were treated",
  "report.lead":
    "Nobody may threaten you, use force, come or call at night, shout at you, tell others about this, or pose as a court or the police. Tell us what happened. A serious report stops the firm from writing to you at once, and a person looks at it within four hours.",
  "report.reason": "What happened?",
  "report.reason.threat": "I was threatened",
  "report.reason.force": "They used force, took things or would not leave",
  "report.reason.at_night": "They came, called or wrote at night",
  "report.reason.told_others": "They told others: family, work, neighbours",
  "report.reason.false_office": "They posed as a court, the police or an authority",
  "report.reason.forged_paper": "They showed or sent a forged paper",
  "report.reason.abuse": "I was insulted or shouted at",
  "report.reason.too_often": "They contacted me too often",
  "report.reason.wrong_place": "They contacted me at the wrong place, such as at work",
  "report.reason.other": "Something else",
  "report.words_hint":
    "When and where it was, and what was said. Both sides read it, and the person who decides.",
  "report.submit": "Send the report",
  "report.status": "How it stands",
  "report.waits": "A person looks at it by {day}, {time}.",
  "report.bars": "Until then the firm can send you nothing through us.",
  "report.upheld": "We looked at it: it was as you said.",
  "report.upheld_bars": "The firm can send you nothing more through us in this matter.",
  "report.unfounded": "We looked at it, and could not find that it was so.",
  "report.unfounded_bars":
    "The firm may write to you again as far as the law allows. If it happens again, report it again.",
  "report.reasons": "Reasons",
  "receipt.frozen_report":
    "This took effect before you saw this page: the firm can send you nothing through us until it is decided.",
};
