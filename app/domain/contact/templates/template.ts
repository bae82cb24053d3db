import type { PackId } from "#app/domain/law/pack.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { formIds } from "../prescribed-forms.ts";

export const contactChannels = ["email", "sms", "post"] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const templateLanguages = ["en", "de", "zh"] as const;
export type TemplateLanguage = (typeof templateLanguages)[number];

/** What the case itself says; a template names these in braces. Null where the case does not say it. */
export const caseValues = [
  "creditor",
  "collector",
  "licence",
  "debtor",
  "debtorAddress",
  "caseCode",
  "reference",
  "claimKind",
  "contractOn",
  "dueOn",
  "principal",
  "paid",
  "owed",
  "itemized",
  "paidSince",
  "originalCreditor",
  "validationEnd",
  "replyTo",
  "stopUrl",
  "doorUrl",
  "sentOn",
  "assignedFrom",
  "notAssigned",
  "papersAtDoor",
  "afterNotice",
  "claimLetterOn",
  "answeredOn",
  "owedWithoutInterest",
  ...formIds,
] as const;
export type CaseValue = (typeof caseValues)[number];

/** What only the sender can say; each is a free passage, read by the linter. */
export const typedFields = [
  "creditorAddress",
  "collectorAddress",
  "formerCreditor",
  "assignedOn",
  "itemizationOn",
  "answerBy",
  "reviewedOn",
  "payTo",
  "supervisor",
  "signatory",
  "agreement",
  "facts",
  "unresolved",
  "interest",
  "instalments",
  "telephone",
  "passage",
] as const;
export type TypedField = (typeof typedFields)[number];

export type PlacedValue = CaseValue | TypedField;
export type TemplateValues = Partial<Record<PlacedValue, string | null>>;

/** A paragraph with `{value}` in it. One that lacks a value of its own is left out, and so is what it carries. */
export type Passage = {
  text: string;
  carries?: readonly string[];
  /** A form at the foot of the sheet, to be cut off; its first line is its title. */
  slip?: true;
};

/**
 * The words of one kind of letter. A version never changes: another wording is another version, so that what was sent
 * under a version can be read again for ever.
 */
export type Template = {
  id: string;
  version: number;
  pack: PackId;
  step: StepType;
  channel: ContactChannel;
  language: TemplateLanguage;
  /** Empty where the channel has none. */
  subject: string;
  passages: readonly Passage[];
  /** What the letter must carry, by the names of the pack's checklist; it is not issued without. */
  checklist: readonly string[];
  /** Asked of the sender, in the form's order. */
  asks: readonly { field: TypedField; optional?: true }[];
  /** Days after it goes out that the time to answer leaves at least; one where it is not said. */
  answerDays?: number;
  /** Its words say nothing of limitation, so that it does not go out about a claim that appears time-barred. */
  silentOnTime?: true;
  /** Whether the law asks for the figures of the claim. */
  itemized?: true;
  /** It comes before a claim in court: whatever bars one bars it. */
  announcesSuit?: true;
};

type OnPaper = {
  id: string;
  step?: StepType;
  subject?: string;
  /** What only an e-mail says. */
  without: readonly Passage[];
  /** What paper says in its place. */
  instead?: readonly (readonly [Passage, Passage])[];
  /** Where an answer on paper goes. */
  answerTo: string;
  checklist?: readonly string[];
};

/** The postal letter that says what an e-mail says, and where it can be answered by post. */
export function onPaper(
  email: Template,
  { without, instead = [], answerTo, checklist = email.checklist, ...named }: OnPaper,
): Template {
  const replaced = new Map<Passage, Passage>(instead);
  const passages = email.passages
    .filter((each) => !without.includes(each))
    .map((each) => replaced.get(each) ?? each);
  const asks = email.asks.filter(({ field }) => field !== "collectorAddress");
  return {
    ...email,
    ...named,
    channel: "post",
    checklist: [...checklist, "postalAddress"],
    asks: [{ field: "collectorAddress" }, ...asks],
    passages: [...passages, { text: answerTo, carries: ["postalAddress"] }],
  };
}
