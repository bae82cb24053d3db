import { onPaper, type Passage, type Template } from "./template.ts";
import { usDisclosure, usMessageItems, usStop } from "./us.data.ts";

const from: Passage = {
  text: "From: {collector}\n{collectorAddress}\nE-mail: {replyTo}",
  carries: ["collectorNameAddress"],
};
/** Cal. Civ. Code 1788.11, 6 RCNY 5-77: the number on every letter. */
const licence: Passage = { text: "License number: {licence}", carries: ["licenceNumber"] };
const hello: Passage = { text: "Hello {debtor}" };
/** 12 CFR 1006.38(b): nothing in it takes anything from the rights that the notice told of. A company was sent none. */
const rights: Passage = {
  text: "If you were sent a notice with the details of this debt and your rights before, this letter changes none of them. If you disputed the debt or asked for the original creditor and have not had our answer, you do not need to reply to this letter.",
  carries: ["rightsUnchanged"],
};
const claim: readonly Passage[] = [
  {
    text: "The debt: {claimKind}, due on {dueOn}. Reference number: {reference}. It arose with {originalCreditor}.",
    carries: ["accountNumber", "originalCreditorName"],
  },
  { text: "The debt is now owed to {creditor}.", carries: ["currentCreditor"] },
  {
    text: "Amount at first: {principal}\nPayments received: {paid}\nInterest and fees added: none\nOwed on {sentOn}: {owed}",
    carries: ["itemization", "currentAmount"],
  },
];
const asking: readonly Passage[] = [
  {
    text: "Please pay {owed} by {answerBy}, or tell us by then what you can pay and when.",
    carries: ["demandToPerform", "answerDeadline"],
  },
  { text: "How to pay:\n{payTo}", carries: ["howToPay"] },
  { text: "{passage}" },
  {
    text: "If you think that you do not owe this debt, or not this much, tell us so and say why: {replyTo}. We then stop asking until we have answered you.",
    carries: ["howToDispute"],
  },
];
/** NYC Admin. Code 20-493.1: a person, and a number at which one answers. */
const person: Passage = {
  text: "To speak with a person about this letter: {signatory}, {telephone}",
  carries: ["contactPerson"],
};
const learn: Passage = {
  text: "If this is a personal, family or household debt, you can learn more about your rights under federal law: www.cfpb.gov/debt-collection",
  carries: ["cfpbLink"],
};

const signed: Passage = { text: "{signatory}, attorney\nTelephone: {telephone}", carries: ["contactPerson"] };
const signedByHand: Passage = {
  text: "Signature: ______________________________\n{signatory}, attorney\nTelephone: {telephone}",
  carries: signed.carries,
};

const items = [
  ...["collectorDisclosure", "collectorNameAddress", "licenceNumber", "rightsUnchanged", "accountNumber"],
  ...["originalCreditorName", "currentCreditor", "itemization", "currentAmount", "demandToPerform"],
  ...["answerDeadline", "howToPay", "howToDispute", "contactPerson"],
];

const demand: Template = {
  ...{ id: "us.demand", version: 1, pack: "US", step: "demand_payment", channel: "email", language: "en" },
  subject: "Request for payment ({caseCode})",
  checklist: [...items, ...usMessageItems],
  ...{ answerDays: 14, silentOnTime: true },
  asks: [
    { field: "collectorAddress" },
    { field: "signatory" },
    { field: "telephone" },
    { field: "payTo" },
    { field: "answerBy" },
    { field: "formerCreditor", optional: true },
    { field: "passage", optional: true },
  ],
  passages: [hello, usDisclosure, from, licence, rights, ...claim, ...asking, person, learn, usStop],
};

/**
 * 15 USC 1692e(3): a letter in an attorney's name is one that an attorney made up their mind about. It says what they looked at and when, is
 * signed by them, and holds out nothing that was not decided.
 */
const lawyerLetter: Template = {
  ...demand,
  ...{
    id: "us.lawyer-letter",
    step: "lawyer_letter",
    subject: "Lawyer's letter about a debt ({caseCode})",
  },
  checklist: [...demand.checklist, "engagementStatement", "attorneyReview"],
  asks: [{ field: "reviewedOn" }, ...demand.asks],
  passages: [
    hello,
    usDisclosure,
    from,
    licence,
    {
      text: "{collector} represents {creditor} in this matter. No decision has been made about any further step.",
      carries: ["engagementStatement"],
    },
    {
      text: "On {reviewedOn} I read the agreement, the account and the payments on record in this matter myself, and came to the view that the amount below is owed.",
      carries: ["attorneyReview"],
    },
    rights,
    ...claim,
    ...asking,
    learn,
    usStop,
    signed,
  ],
};

const onLetter = { without: [usStop], answerTo: "Write to us by mail at {collectorAddress}" } as const;
const onSheet = (checklist: readonly string[]) => checklist.filter((item) => item !== "optOut");

export const usDemands: readonly Template[] = [
  demand,
  lawyerLetter,
  onPaper(demand, { id: "us.demand.post", ...onLetter, checklist: onSheet(demand.checklist) }),
  onPaper(lawyerLetter, {
    ...{ id: "us.lawyer-letter.post", ...onLetter, checklist: onSheet(lawyerLetter.checklist) },
    instead: [[signed, signedByHand]],
  }),
];
