/** The linter that reads what would reach a debtor, and the review of what it doubts. */
export const texts = {
  "law.mark.poses_as_court": "it speaks as a court, or encloses what only a court sends",
  "law.mark.poses_as_police": "it speaks as the police or an authority, or holds them out",
  "law.mark.arrest": "it holds out arrest, prosecution or deportation",
  "law.mark.blacklist": "it holds out a blacklist",
  "law.mark.violence": "it threatens a person",
  "law.mark.insult": "it insults",
  "law.mark.shaming": "it holds out public shame",
  "law.mark.third_parties": "it holds out telling others about the debt",
  "law.mark.vague_threat": "a threat that names no step",
  "law.mark.credit_standing": "the debtor's credit standing",
  "law.mark.false_urgency": "pressure of time that no rule sets",
  "law.mark.assumed_office": "an office or profession the sender may not hold",
  "law.mark.no_way_out": "it discourages a dispute or advice",
  "law.mark.negated": "a severe phrase turned round by a “not”",

  "law.rule.textIsFit":
    "the words pose as no authority, threaten no arrest or blacklist, insult and shame nobody, and involve no one else",
  "law.rule.textIsReviewed": "doubtful words have been read by a person at the platform",
  "law.unblock.rewrite_text": "Rewrite the passages that are marked",
  "law.unblock.ask_text_review": "Ask for the text to be reviewed",
  "law.fact.action.textReviewed": "a review of the text by the platform",
};
