import { usNoticeItems } from "#app/domain/law/act-items.ts";
import { onPaper, type Passage, type Template } from "./template.ts";

/** Beside the notice's own items, what every electronic message of a collector carries (12 CFR 1006.6(e), 1006.18(e)). */
export const usMessageItems = ["collectorDisclosure", "optOut"] as const;

export const usDisclosure = {
  text: "{collector} is a debt collector. This is an attempt to collect a debt, and any information obtained will be used for that purpose.",
  carries: ["debtCollectorStatement", "collectorDisclosure"],
};
const licence = { text: "License number: {licence}", carries: ["licenceNumber"] };
export const usStop = {
  text: "To stop receiving e-mails from us about this debt, at any time and without a fee: {stopUrl}",
  carries: ["optOut"],
};

const response = {
  text: "How do you want to respond? Reply to this e-mail and mark what applies:\n[ ] I want to dispute the debt because I think: [ ] this is not my debt  [ ] the amount is wrong  [ ] other (say what)\n[ ] I want you to send me the name and address of the original creditor.\n[ ] I enclosed this amount: ______",
  carries: ["responseSection"],
};
const keeping = {
  text: "You can save or print this message. We sent it on {sentOn}; case {caseCode}.",
  carries: ["retainableForm"],
};

const validationNotice: Template = {
  id: "us.validation-notice",
  version: 1,
  pack: "US",
  step: "validation_notice",
  channel: "email",
  language: "en",
  subject: "Notice about a debt ({caseCode})",
  checklist: [...usNoticeItems, ...usMessageItems],
  itemized: true,
  asks: [
    { field: "collectorAddress" },
    { field: "itemizationOn" },
    { field: "formerCreditor", optional: true },
    { field: "passage", optional: true },
  ],
  passages: [
    usDisclosure,
    {
      text: "From: {collector}\n{collectorAddress}\nE-mail: {replyTo}",
      carries: ["collectorNameAddress"],
    },
    licence,
    { text: "To: {debtor}\n{debtorAddress}", carries: ["consumerNameAddress"] },
    { text: "Reference number: {reference}", carries: ["accountNumber"] },
    {
      text: "On {itemizationOn} you owed {itemized} to {originalCreditor}.",
      carries: ["itemizationCreditor", "itemizationDate", "amountOnItemizationDate"],
    },
    {
      text: "Between {itemizationOn} and today:\nInterest added: none\nFees added: none\nPayments received: {paidSince}\nCredits applied: none",
      carries: ["itemization"],
    },
    { text: "Total amount of the debt now: {owed}", carries: ["currentAmount"] },
    { text: "The debt is now owed to {creditor}.", carries: ["currentCreditor"] },
    { text: "{passage}" },
    {
      text: "How can you dispute the debt? Call or write to us by {validationEnd}, to dispute all or part of the debt. If you write to us by {validationEnd}, we must stop collection on any amount you dispute until we send you information that shows you owe the debt. You may use the form below or write without it. We accept disputes by e-mail at {replyTo}.",
      carries: ["disputeStatement"],
    },
    {
      text: "If you do not dispute the debt by {validationEnd}, we will assume that our information is correct.",
      carries: ["assumedValidStatement"],
    },
    {
      text: "Write to ask for the name and address of the original creditor, if different from the current creditor. If you write by {validationEnd}, we must stop collection until we send you that information.",
      carries: ["originalCreditorStatement"],
    },
    {
      text: "Learn more about your rights under federal law: www.cfpb.gov/debt-collection",
      carries: ["cfpbLink"],
    },
    response,
    keeping,
    usStop,
  ],
};

/** The prompts of 12 CFR 1006.34(c)(4), under the headings it names; the last line is one that (d)(3) lets a notice add. */
const prompts = (other: string) =>
  [
    "Check all that apply:",
    "[ ] I want to dispute the debt because I think:",
    "  [ ] This is not my debt.",
    "  [ ] The amount is wrong.",
    `  [ ] Other (please describe${other}).`,
    "[ ] I want you to send me the name and address of the original creditor.",
    "[ ] I enclosed this amount: $____________ Include the reference number {reference}.",
  ].join("\n");

const answerForm = {
  text: `How do you want to respond? Reply to this e-mail and mark what applies.\n${prompts("")}\nFrom: {debtor}, {debtorAddress}\nTo: {collector}, {collectorAddress}`,
  carries: response.carries,
};
const tearOff: Passage = {
  text: `How do you want to respond?\n${prompts(" on reverse or attach additional information")}`,
  carries: response.carries,
  slip: true,
};

const noticeWithForm: Template = {
  ...validationNotice,
  version: 2,
  passages: [...validationNotice.passages.filter((each) => each !== response), answerForm],
};

const message: Template = {
  id: "us.message",
  version: 1,
  pack: "US",
  step: "email",
  channel: "email",
  language: "en",
  subject: "About your account with {creditor} ({caseCode})",
  checklist: [...usMessageItems, "howToDispute"],
  asks: [{ field: "passage" }],
  passages: [
    { text: "Hello {debtor}" },
    usDisclosure,
    licence,
    { text: "{passage}" },
    {
      text: "If you think that you do not owe this debt, or not this much, you can tell us so at {replyTo}.",
      carries: ["howToDispute"],
    },
    usStop,
  ],
};

const answerTo = "Write to us by mail at {collectorAddress}";

const keepLetter = {
  text: "Please keep this letter. It is dated {sentOn}; case {caseCode}.",
  carries: keeping.carries,
};

const noticeOnPaper = {
  id: "us.validation-notice.post",
  without: [usStop],
  checklist: [...usNoticeItems, "collectorDisclosure"],
  answerTo,
} as const;

export const usTemplates: readonly Template[] = [
  validationNotice,
  noticeWithForm,
  message,
  onPaper(validationNotice, {
    ...noticeOnPaper,
    instead: [
      [
        response,
        {
          text: "How do you want to respond? Mark what applies and mail this page back to us:\n[ ] I want to dispute the debt because I think: [ ] this is not my debt  [ ] the amount is wrong  [ ] other (say what)\n[ ] I want you to send me the name and address of the original creditor.\n[ ] I enclosed this amount: ______",
          carries: response.carries,
        },
      ],
      [keeping, keepLetter],
    ],
  }),
  onPaper(noticeWithForm, {
    ...noticeOnPaper,
    instead: [
      [answerForm, tearOff],
      [keeping, keepLetter],
    ],
  }),
  onPaper(message, {
    id: "us.letter.post",
    step: "letter",
    without: [usStop],
    checklist: ["collectorDisclosure", "howToDispute"],
    answerTo,
  }),
];
