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

export const gbTemplates: readonly Template[] = [
  firstNotice,
  message,
  onPaper(firstNotice, { id: "gb.first-notice.post", without: [stop], answerTo }),
  onPaper(message, { id: "gb.letter.post", step: "letter", without: [stop], answerTo }),
];
