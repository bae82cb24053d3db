import { deAddressSource, deFirstItems, deFirstNotice, deLetterSource, deStop } from "./de.data.ts";
import { onPaper, type Passage, type Template } from "./template.ts";

const asking: Passage = {
  text: "Bitte zahlen Sie {owed} so, dass der Betrag spätestens am {answerBy} eingeht, oder sagen Sie uns bis zu diesem Tag, was dem entgegensteht.",
  carries: ["demandToPerform", "answerDeadline"],
};
/** BGB 286(1): the one thing a reminder changes is said, and as what it is; one that sets a day brings default when that day is over. */
const effect: Passage = {
  text: "Dieses Schreiben ist eine Mahnung (§ 286 Abs. 1 BGB). Besteht die Forderung, kommen Sie, soweit Sie es nicht schon sind, mit Ablauf des {answerBy} in Verzug; ab dann können gesetzliche Verzugszinsen anfallen (§ 288 BGB). Mit diesem Schreiben fordern wir keine Zinsen und berechnen auch keine über dem gesetzlichen Satz.",
  carries: ["interestCalculation", "aboveStatutoryRate", "effectOfDemand"],
};
const costs: Passage = {
  text: "Kosten für unsere Tätigkeit fordern wir mit diesem Schreiben nicht; damit fällt auch keine Umsatzsteuer darauf an.",
  carries: ["costsKindAmountBasis", "vatStatement"],
};
/** RDG 13a(2), BRAO 43d(2). */
const onRequest: Passage = {
  text: "Auf Anfrage teilen wir Ihnen mit, bei wem die Forderung entstanden ist und unter welchen Umständen der Vertrag geschlossen wurde.",
  carries: ["onRequest"],
};

const carrying = (item: string) => (each: Passage) => each.carries?.includes(item) ?? false;
const noticePart = (item: string): Passage => {
  const found = deFirstNotice.passages.find(carrying(item));
  if (!found) throw new Error(`The German first notice has no ${item}`);
  return found;
};

const claim: readonly Passage[] = [
  noticePart("clientNameAddress"),
  noticePart("reasonAndContractDate"),
  { text: "Ihr Zeichen: {reference}" },
  noticePart("amountOwed"),
  asking,
  { text: "So können Sie zahlen:\n{payTo}", carries: ["howToPay"] },
  effect,
  costs,
];
const closing: readonly Passage[] = [
  deAddressSource,
  { text: "Zuständige Aufsicht über {collector}: {supervisor}", carries: ["supervisor"] },
  onRequest,
  { text: "{passage}" },
  noticePart("howToDispute"),
  noticePart("freeAdvice"),
  deStop,
];

/** What BGB 286 and both laws of first assertion ask: whoever writes this first has said all of it. */
const items = [
  ...deFirstItems,
  ...["senderIdentity", "amountOwed", "demandToPerform", "answerDeadline", "effectOfDemand"],
  ...["howToPay", "onRequest", "howToDispute"],
];

const demand: Template = {
  ...{ id: "de.demand", version: 1, pack: "DE", step: "demand_payment", channel: "email", language: "de" },
  subject: "Mahnung: Forderung von {creditor} ({caseCode})",
  checklist: items,
  answerDays: 14,
  asks: [
    { field: "creditorAddress" },
    { field: "supervisor" },
    { field: "payTo" },
    { field: "answerBy" },
    { field: "passage", optional: true },
  ],
  passages: [{ text: "Guten Tag, {debtor}" }, noticePart("senderIdentity"), ...claim, ...closing],
};

/** BRAO 43d: a lawyer's own letter. It names who answers for it, and no step that is not open yet. */
const lawyerLetter: Template = {
  ...demand,
  ...{
    id: "de.lawyer-letter",
    step: "lawyer_letter",
    subject: "Anwaltsschreiben für {creditor} ({caseCode})",
  },
  checklist: [...items, "engagementStatement", "responsibleLawyer"],
  asks: [{ field: "signatory" }, ...demand.asks],
  passages: [
    { text: "Guten Tag, {debtor}" },
    noticePart("senderIdentity"),
    {
      text: "{creditor} hat uns als Rechtsanwälte mit der Vertretung in dieser Sache beauftragt und bevollmächtigt. Auf Wunsch senden wir Ihnen eine Kopie der Vollmacht. Was wir im Folgenden mitteilen, beruht auf den Angaben und Unterlagen unserer Mandantschaft.",
      carries: ["engagementStatement"],
    },
    ...claim,
    ...closing,
    {
      text: "Rechtsanwältin oder Rechtsanwalt, verantwortlich für dieses Schreiben: {signatory}",
      carries: ["responsibleLawyer"],
    },
  ],
};

const onLetter = {
  without: [deStop],
  instead: [[deAddressSource, deLetterSource]],
  answerTo: "Sie können uns auch per Post antworten: {collectorAddress}",
} as const;

export const deDemands: readonly Template[] = [
  demand,
  lawyerLetter,
  onPaper(demand, { id: "de.demand.post", ...onLetter }),
  onPaper(lawyerLetter, { id: "de.lawyer-letter.post", ...onLetter }),
];
