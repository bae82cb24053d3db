import { gbCompanyLetterItems, gbIntentionItems, gbLetterItems } from "#app/domain/law/act-items.ts";
import { onPaper, type Template } from "./template.ts";

/** What the first notice in England and Wales carries; the letter of claim with its annexes comes later, by post (PAP 3.1-3.3). */
export const gbNoticeItems = [
  "senderIdentity",
  "creditorName",
  "agreementDetails",
  "amountOwed",
  "howToPay",
  "howToDispute",
  "helpToPay",
  "freeAdvice",
] as const;

const identity = {
  text: "This message comes from {collector}, acting for {creditor}. Our reference is {caseCode}. You can answer it at {replyTo}.",
  carries: ["senderIdentity", "creditorName"],
};
const rights = [
  {
    text: "If you do not owe this, or not this much, tell us and say why. We then stop asking until we have answered you.",
    carries: ["howToDispute"],
  },
  {
    text: "If you cannot pay all of it now, tell us what you can afford, or ask for time.",
    carries: ["helpToPay"],
  },
  {
    text: "Free and independent advice: National Debtline (www.nationaldebtline.org), StepChange (www.stepchange.org), Citizens Advice (www.citizensadvice.org.uk).",
    carries: ["freeAdvice"],
  },
];
const stop = {
  text: "If you do not want e-mails about this from us: {stopUrl}",
  carries: ["optOut"],
};

const firstNotice: Template = {
  id: "gb.first-notice",
  version: 1,
  pack: "GB-EW",
  step: "reminder",
  channel: "email",
  language: "en",
  subject: "A payment to {creditor} is overdue ({caseCode})",
  checklist: gbNoticeItems,
  asks: [{ field: "payTo" }, { field: "passage", optional: true }],
  passages: [
    { text: "Dear {debtor}" },
    identity,
    {
      text: "It is about {claimKind}. The payment was due on {dueOn}.",
      carries: ["agreementDetails"],
    },
    { text: "Your reference: {reference}." },
    {
      text: "The amount was {principal}. We have recorded payments of {paid}. What is left to pay is {owed}. We add no interest and no charges in this message.",
      carries: ["amountOwed"],
    },
    { text: "How to pay:\n{payTo}", carries: ["howToPay"] },
    { text: "{passage}" },
    ...rights,
    stop,
  ],
};

const message: Template = {
  id: "gb.message",
  version: 1,
  pack: "GB-EW",
  step: "email",
  channel: "email",
  language: "en",
  subject: "About your account with {creditor} ({caseCode})",
  checklist: ["senderIdentity", "creditorName", "howToDispute", "helpToPay", "freeAdvice"],
  asks: [{ field: "passage" }],
  passages: [{ text: "Dear {debtor}" }, identity, { text: "{passage}" }, ...rights, stop],
};

const answerTo = "You can answer this letter by post: {collectorAddress}";
const byPost = { text: answerTo, carries: ["postalAddress"] };

/** Letters that come before a claim in court. */
const beforeClaim: Pick<Template, "version" | "pack" | "channel" | "language" | "announcesSuit"> = {
  ...({ version: 1, pack: "GB-EW", channel: "post", language: "en" } as const),
  announcesSuit: true,
};

/**
 * PAP for Debt Claims 3.1 to 3.3: to a private person or a sole trader, by post, with the forms in their prescribed words behind it. What follows where
 * nobody answers is said by the Information Sheet alone.
 */
const letterOfClaim: Template = {
  id: "gb.letter-of-claim.post",
  ...beforeClaim,
  step: "demand_payment",
  subject: "Letter of claim: {creditor} ({caseCode})",
  checklist: [
    ...gbLetterItems,
    ...["senderIdentity", "creditorName", "howToDispute", "helpToPay", "freeAdvice", "postalAddress"],
  ],
  asks: [
    { field: "collectorAddress" },
    { field: "agreement" },
    { field: "interest" },
    { field: "instalments" },
    { field: "payTo" },
    { field: "formerCreditor", optional: true },
    { field: "assignedOn", optional: true },
    { field: "passage", optional: true },
  ],
  passages: [
    { text: "Dear {debtor}" },
    identity,
    {
      text: "This is a letter of claim under the Pre-Action Protocol for Debt Claims. Please answer it within 30 days of the date at its top, best on the Reply Form that comes with it. If you need more time, or documents, or advice, tick it on the form. Read the Information Sheet first: it says what each side is to do from here on.",
    },
    { text: "Your reference: {reference}. It is about {claimKind}; the payment was due on {dueOn}." },
    {
      text: "The agreement: {agreement}\nIf it is in writing, you can ask us for a copy, and we send it to you.",
      carries: ["agreementDetails"],
    },
    {
      text: "You owe this to {notAssigned}, with whom the agreement was made. The debt was not assigned to anybody else.",
      carries: ["assignmentDetails"],
    },
    {
      text: "You first owed this to {assignedFrom}. It was assigned to {creditor} on {assignedOn}.",
      carries: ["assignmentDetails"],
    },
    {
      text: "The amount was {principal}. We have recorded payments of {paid}. What you owe today is {owedWithoutInterest}; it is set out item by item in the statement of account below. This letter asks for no interest and for no charges.",
      carries: ["amountOwed", "statement"],
    },
    { text: "Interest and charges: {interest}", carries: ["interestContinues"] },
    { text: "Instalments: {instalments}", carries: ["instalmentsAnswered"] },
    { text: "How to pay:\n{payTo}", carries: ["howToPay"] },
    ...rights,
    {
      text: "If you want to talk about ways to pay, write to {replyTo} or to the address below, or fill in the Financial Statement, so that we can see what you can afford.",
    },
    { text: "{passage}" },
    {
      text: "Please send the Reply Form, filled in, to:\n{collector}\n{collectorAddress}",
      carries: ["replyAddress", "postalAddress"],
    },
    { text: "Enclosed: Information Sheet ({informationSheet})", carries: ["informationSheet"] },
    { text: "Enclosed: Reply Form ({replyForm})", carries: ["replyForm"] },
    { text: "Enclosed: Financial Statement ({financialStatement})", carries: ["financialStatement"] },
  ],
};

/** PAP for Debt Claims 8.2: fourteen days before a claim, where a reply left something open. It names the first day after them. */
const intention: Template = {
  id: "gb.intention.post",
  ...beforeClaim,
  step: "notice_of_intention",
  subject: "Notice of intention: {creditor} ({caseCode})",
  checklist: [
    ...gbIntentionItems,
    "protocolExchange",
    ...["senderIdentity", "creditorName", "amountOwed", "howToDispute", "helpToPay", "freeAdvice"],
    "postalAddress",
  ],
  asks: [{ field: "collectorAddress" }, { field: "unresolved" }, { field: "passage", optional: true }],
  passages: [
    { text: "Dear {debtor}" },
    identity,
    {
      text: "The letter of claim is dated {claimLetterOn}; your answer came in on {answeredOn}. Thank you for it. Your reference is {reference}. This is the notice under paragraph 8.2 of the Pre-Action Protocol for Debt Claims.",
      carries: ["reference", "protocolExchange"],
    },
    { text: "What is still open between us: {unresolved}", carries: ["unresolvedPoints"] },
    {
      text: "What you owe today is {owed}; it is set out item by item below.",
      carries: ["amountOwed"],
    },
    {
      text: "The first day on which a claim may be issued is {afterNotice}. Until then, and after it, we would rather settle this with you.",
      carries: ["earliestIssueDate"],
    },
    { text: "{passage}" },
    ...rights,
    byPost,
  ],
};

/** PD-PAC 6: the first full letter to a company. Its key documents are open at the door, each by the title that the letter names. */
const companyLetter: Template = {
  id: "gb.company-letter.post",
  ...beforeClaim,
  step: "demand_payment",
  subject: "Letter of claim: {creditor} ({caseCode})",
  checklist: [
    ...gbCompanyLetterItems,
    ...["senderIdentity", "creditorName", "howToPay", "howToDispute", "helpToPay", "postalAddress"],
  ],
  asks: [
    { field: "collectorAddress" },
    { field: "agreement" },
    { field: "facts" },
    { field: "payTo" },
    { field: "passage", optional: true },
  ],
  passages: [
    { text: "Dear {debtor}" },
    identity,
    {
      text: "This is a letter of claim under the Practice Direction on Pre-Action Conduct. Please answer it within 14 days of the date at its top: say what you accept, and what you do not and why, with the documents you rely on.",
      carries: ["fourteenDays"],
    },
    { text: "The basis: {agreement}", carries: ["basis"] },
    { text: "The facts: {facts}", carries: ["facts"] },
    { text: "Your reference: {reference}. The payment was due on {dueOn}." },
    {
      text: "The sum: the amount was {principal}; we have recorded payments of {paid}; what you owe today is {owed}. It is set out item by item below.",
      carries: ["sumAndCalculation"],
    },
    {
      text: "The key documents: {papersAtDoor}. Each can be opened and kept at {doorUrl}.",
      carries: ["keyDocuments"],
    },
    { text: "How to pay:\n{payTo}", carries: ["howToPay"] },
    {
      text: "If you would settle this in another way, by talking or with a mediator, tell us which way and when; we will consider it.",
      carries: ["adr"],
    },
    { text: "{passage}" },
    ...rights.slice(0, 2),
    byPost,
  ],
};

export const gbTemplates: readonly Template[] = [
  firstNotice,
  message,
  onPaper(firstNotice, { id: "gb.first-notice.post", without: [stop], answerTo }),
  onPaper(message, { id: "gb.letter.post", step: "letter", without: [stop], answerTo }),
  letterOfClaim,
  companyLetter,
  intention,
];
