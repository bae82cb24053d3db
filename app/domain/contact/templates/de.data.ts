import { onPaper, type Template } from "./template.ts";

/** RDG 13a(1) nos. 1-8 and BRAO 43d(1): the first assertion of a claim to a private person. */
export const deFirstItems = [
  "clientNameAddress",
  "reasonAndContractDate",
  "interestCalculation",
  "aboveStatutoryRate",
  "costsKindAmountBasis",
  "vatStatement",
  "addressSource",
  "supervisor",
] as const;

const identity = {
  text: "Diese Nachricht kommt von {collector}. Wir handeln im Auftrag von {creditor}. Unser Zeichen: {caseCode}. Sie erreichen uns unter {replyTo}.",
  carries: ["senderIdentity"],
};
const answer = {
  text: "Wenn Sie die Forderung nicht oder nicht in dieser Höhe schulden, teilen Sie uns das bitte mit und sagen Sie uns, warum. Wir fordern Sie dann nicht weiter auf, bis wir Ihnen geantwortet haben. Wenn Sie nicht alles auf einmal zahlen können, schreiben Sie uns, was Ihnen möglich ist.",
  carries: ["howToDispute"],
};
const advice = {
  text: "Kostenlose Beratung finden Sie bei den Schuldnerberatungsstellen der Wohlfahrtsverbände, Kommunen und Verbraucherzentralen: www.meine-schulden.de",
  carries: ["freeAdvice"],
};
export const deStop = {
  text: "Wenn Sie von uns dazu keine E-Mails mehr erhalten möchten: {stopUrl}",
  carries: ["optOut"],
};

export const deAddressSource = {
  text: "Ihre Anschrift und E-Mail-Adresse haben wir von {creditor}. Ist etwas daran nicht richtig, schreiben Sie uns, und wir berichtigen es.",
  carries: ["addressSource"],
};

export const deLetterSource = {
  text: "Ihre Anschrift haben wir von {creditor}. Ist etwas daran nicht richtig, schreiben Sie uns, und wir berichtigen es.",
  carries: ["addressSource"],
};

export const deFirstNotice: Template = {
  id: "de.first-notice",
  version: 1,
  pack: "DE",
  step: "reminder",
  channel: "email",
  language: "de",
  subject: "Offene Forderung von {creditor} ({caseCode})",
  checklist: [...deFirstItems, "senderIdentity", "amountOwed", "howToDispute"],
  asks: [
    { field: "creditorAddress" },
    { field: "supervisor" },
    { field: "payTo" },
    { field: "passage", optional: true },
  ],
  passages: [
    { text: "Guten Tag, {debtor}" },
    identity,
    {
      text: "Unsere Auftraggeberin oder unser Auftraggeber: {creditor}, {creditorAddress}",
      carries: ["clientNameAddress"],
    },
    {
      text: "Forderungsgrund: {claimKind}, Vertrag vom {contractOn}. Fällig war die Zahlung am {dueOn}.",
      carries: ["reasonAndContractDate"],
    },
    { text: "Ihr Zeichen: {reference}" },
    {
      text: "Ursprünglicher Betrag: {principal}. Bisher eingegangene Zahlungen: {paid}. Noch offen: {owed}.",
      carries: ["amountOwed"],
    },
    {
      text: "Zinsen fordern wir mit dieser Nachricht nicht, auch keine Zinsen über dem gesetzlichen Satz.",
      carries: ["interestCalculation", "aboveStatutoryRate"],
    },
    {
      text: "Inkassokosten fordern wir mit dieser Nachricht nicht; damit fällt auch keine Umsatzsteuer darauf an.",
      carries: ["costsKindAmountBasis", "vatStatement"],
    },
    deAddressSource,
    { text: "Zuständige Aufsicht über {collector}: {supervisor}", carries: ["supervisor"] },
    { text: "So können Sie zahlen:\n{payTo}", carries: ["howToPay"] },
    { text: "{passage}" },
    answer,
    advice,
    deStop,
  ],
};

const message: Template = {
  id: "de.message",
  version: 1,
  pack: "DE",
  step: "email",
  channel: "email",
  language: "de",
  subject: "Zu Ihrer Angelegenheit mit {creditor} ({caseCode})",
  checklist: ["senderIdentity", "howToDispute", "freeAdvice"],
  asks: [{ field: "passage" }],
  passages: [{ text: "Guten Tag, {debtor}" }, identity, { text: "{passage}" }, answer, advice, deStop],
};

const answerTo = "Sie können uns auch per Post antworten: {collectorAddress}";

export const deTemplates: readonly Template[] = [
  deFirstNotice,
  message,
  onPaper(deFirstNotice, {
    id: "de.first-notice.post",
    without: [deStop],
    instead: [[deAddressSource, deLetterSource]],
    answerTo,
  }),
  onPaper(message, { id: "de.letter.post", step: "letter", without: [deStop], answerTo }),
];
