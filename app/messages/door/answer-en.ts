/** What became of a proposal to pay in parts. */
export const answer = {
  "answer.title": "What became of it",
  "answer.waits": "The firm and the creditor have been told. Their answer will stand here.",
  "answer.accepted":
    "Your proposal was accepted on {day}. It is agreed, and collection rests while you keep to it.",
  "answer.accepted_pay": "Pay the first part",
  "answer.countered": "On {day} you were answered with another proposal: {plan}.",
  "answer.take": "Propose this",
  "answer.take_hint": "Or propose something else: choose “Pay in parts”.",
  "answer.declined": "Your proposal was declined on {day}: {why}.",
  "answer.why.too_little": "the amount a month is too small for them",
  "answer.why.too_long": "it takes too long for them",
  "answer.why.too_late": "it begins too late for them",
  "answer.why.other_way": "they want to settle it in another way",
  "answer.declined_next": "You can propose something else, or get free advice first.",
  "parts.free":
    "A plan made on this page costs you nothing: no fee is added to what you owe. Interest that the law allows goes on until it is paid.",
};
