import { z } from "zod";
import { actorKinds } from "#app/domain/law/actor-input.ts";
import {
  channels,
  engineOnlyActions,
  holdTypes,
  type LawActionType,
  limitationKinds,
} from "#app/domain/law/facts.ts";
import { lifecycleTypes, recordTypes, stepTypes } from "#app/domain/law/types.ts";

/** Absent, null and "unknown" say the same: it is not known. */
const known = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal("unknown"), schema, z.null()]).optional();
const text = known(z.string());
const flag = known(z.boolean());
const minor = known(z.int());
const date = known(z.iso.date());
const moment = known(z.union([z.iso.datetime({ offset: true }), z.iso.date()]));
const decimal = known(z.string().regex(/^\d{1,6}(\.\d{1,6})?$/));
const hours = known(z.strictObject({ from: text, to: text, evidenceId: text }));

const Residence = z.strictObject({
  country: text,
  state: text,
  province: text,
  land: text,
  city: text,
  tz: text,
});

export const HoldInput = z.strictObject({
  type: z.enum(holdTypes),
  startedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]),
  endsAt: moment,
  channel: known(z.enum(channels)),
  evidenceId: text,
  registeredOn: date,
  sentOn: date,
  verificationSentOn: date,
});

const Interruption = z.strictObject({
  type: z.string(),
  on: z.iso.date(),
  delivered: flag,
  signed: flag,
  written: flag,
});
const Suspension = z.strictObject({
  type: z.string().optional(),
  from: date,
  to: date,
  filedOn: date,
  servedOn: date,
  lastStepOn: date,
  servedPromptly: flag,
});

const LimitationInput = z.strictObject({
  accruedOn: date,
  lastDay: date,
  chosenLaw: text,
  damageOn: date,
  deed: flag,
  defaultNoticeExpiredOn: date,
  finalOn: date,
  instalmentsDue: known(z.array(z.iso.date())),
  interruptions: known(z.array(Interruption)),
  knownOn: date,
  mainDebtDue: date,
  periodEnds: date,
  suspensions: known(z.array(Suspension)),
  writtenDemandOn: date,
});

const Notices = z.strictObject({
  assignmentDeliveredOn: text,
  assignmentOn: date,
  channel: text,
  creditReportNoticeOn: date,
  demandDeliveredOn: date,
  disputed: known(z.union([z.boolean(), z.string()])),
  documentsProvidedOn: date,
  documentsRequestedOn: date,
  executionNoticeEndsOn: date,
  fourteenDayNoticeOn: date,
  initialCommunicationOn: date,
  lawyerLetterOn: date,
  letterDate: date,
  objectionReceivedOn: date,
  orderServedOn: date,
  paymentOrderReceivedOn: date,
  postedOn: date,
  priorInformationOn: date,
  remindersOn: known(z.array(z.iso.date())),
  replyReceivedOn: date,
  scraCertificateOn: text,
  validation: known(z.strictObject({ sentOn: date, complete: flag })),
  validationEndsOn: date,
});

const Debt = z.strictObject({
  id: text,
  purpose: known(z.enum(["consumer", "commercial", "mixed"])),
  kind: known(
    z.enum(["loan_bank", "loan_private", "goods", "services", "rent", "invoice_b2b", "judgment", "other"]),
  ),
  principal: minor,
  currency: text,
  dueDate: date,
  contractDate: date,
  regulatedCredit: flag,
  lawful: known(z.enum(["ok", "suspected_illegal"])),
  apr: decimal,
  signedInState: text,
  limitationKind: known(z.enum(limitationKinds)),
  medical: flag,
  firstBillOn: date,
  agreedRate: decimal,
  agreedLateRate: decimal,
  breachOn: date,
  charges: known(z.strictObject({ interest: decimal, penalty: decimal, fees: decimal })),
});

/** Facts by the names of the published interface; a name that is not listed is refused with its path. */
export const factShape = {
  case: z.strictObject({ jurisdiction: text }).optional(),
  debt: Debt.optional(),
  creditor: z
    .strictObject({
      kind: known(z.enum(["natural", "business", "financial_institution", "debt_buyer", "public"])),
      assigned: flag,
      size: text,
    })
    .optional(),
  debtor: z
    .strictObject({
      kind: known(z.enum(["natural_consumer", "sole_trader", "company", "public"])),
      ageYears: minor,
      residence: Residence.optional(),
      otherZones: known(z.array(z.string())),
      consentedHours: hours,
      preferredHours: hours,
      objectsOnline: flag,
      employerForbidsContact: flag,
      size: text,
    })
    .optional(),
  holds: z.array(HoldInput).nullish(),
  limitation: LimitationInput.optional(),
  notices: Notices.optional(),
  documents: z.strictObject({ itemisedAccountId: text, primaryDocumentId: text }).optional(),
  outsourcing: z.strictObject({ contract: text, whitelisted: flag }).optional(),
  arbitrationAgreement: flag,
  effectiveInstrument: flag,
  engagementSigned: flag,
  courtLand: text,
  verzugFrom: date,
};

export const CredentialInput = z.strictObject({
  type: z.string(),
  number: text,
  territory: text,
  status: known(z.enum(["active", "revoked"])),
  verifiedAt: moment,
  expiresAt: known(z.union([z.literal("never"), z.iso.datetime({ offset: true }), z.iso.date()])),
});

export const ActorLine = z.strictObject({
  id: z.string().optional(),
  kind: known(z.enum(actorKinds)),
  credentials: z.array(CredentialInput).nullish(),
  fcaDebtCollecting: flag,
  responsibleAuthorisedPersonId: text,
});

/** Names that other countries' lines use for the same acts. */
const aliases: Record<string, LawActionType> = {
  attorney_letter: "lawyer_letter",
  claim_issued: "file_suit",
  first_collection_letter: "demand_payment",
  payment_order_application: "payment_order",
};

const actTypes = [...stepTypes, ...recordTypes, ...lifecycleTypes, ...engineOnlyActions] as const;
const isAct = (name: string): name is (typeof actTypes)[number] => actTypes.some((each) => each === name);

const ActType = z.string().transform((name, context): LawActionType => {
  const act = aliases[name] ?? (isAct(name) ? name : null);
  if (act) return act;
  context.addIssue({ code: "custom", message: `no such act: ${name}` });
  return z.NEVER;
});

const conditionNames = [
  "moneyOrSecurities",
  "maturedAndCertain",
  "noCounterPerformanceOrOtherDispute",
  "debtorInMainlandKnown",
  "serviceable",
  "competentBasicCourt",
  "noPreservation",
] as const;
const itemNames = [
  "aboveStatutoryRate",
  "addressSource",
  "clientNameAddress",
  "costsKindAmountBasis",
  "interestCalculation",
  "reasonAndContractDate",
  "supervisor",
  "vatStatement",
] as const;
const amountNames = ["itemized", "interest", "fees", "payments", "credits", "current"] as const;

export const ActionLine = z.strictObject({
  type: ActType,
  actorId: z.string().optional(),
  amounts: z.partialRecord(z.enum(amountNames), minor).optional(),
  attorneyReview: flag,
  bothConsent: flag,
  channel: z.enum(channels).optional(),
  conditions: z.partialRecord(z.enum(conditionNames), flag).optional(),
  consentToEntry: flag,
  contactId: z.string().optional(),
  counterPerformanceOutstanding: known(z.union([z.boolean(), z.string()])),
  debtId: z.string().optional(),
  direction: z.enum(["in", "out"]).optional(),
  disclosesDebt: flag,
  emailBasis: text,
  employerAddress: flag,
  forumState: text,
  ground: minor,
  items: z.partialRecord(z.enum(itemNames), flag).optional(),
  number: z.string().optional(),
  numberCheckedAt: moment,
  online: flag,
  place: text,
  protectiveReason: text,
  publicServiceNeeded: flag,
  purpose: z.string().optional(),
  recipientRole: z.string().optional(),
  record: flag,
  tcpaConsent: text,
  threatens: text,
  threatensSuit: flag,
  vatClaimed: flag,
  voice: z.enum(["human", "synthetic"]).optional(),
  workplaceConsent: flag,
});

export const HistoryLine = z.strictObject({
  type: z.union([ActType, z.literal("consent"), z.literal("refusal"), z.literal("attempt_blocked")]),
  startedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]),
  actorId: z.string().optional(),
  actorKind: z.enum(actorKinds).optional(),
  answerBy: z.iso.date().optional(),
  channel: z.enum(channels).optional(),
  connected: flag,
  contactId: z.string().optional(),
  debtId: z.string().optional(),
  direction: z.enum(["in", "out"]).optional(),
  employerAddress: flag,
  endsAt: z.string().optional(),
  evidenceId: z.string().optional(),
  givenTo: z.string().optional(),
  hold: z.enum(holdTypes).optional(),
  lastDay: z.iso.date().optional(),
  number: z.string().optional(),
  outcome: z.string().optional(),
  recipientRole: z.string().optional(),
  sentOn: z.iso.date().optional(),
  tz: z.string().optional(),
  voice: z.enum(["human", "synthetic"]).optional(),
});
