import { z } from "zod";
import { actItems } from "#app/domain/law/act-items.ts";
import { type ActionInput, paymentOrderConditions } from "#app/domain/law/action-input.ts";
import { actorKinds } from "#app/domain/law/actor-input.ts";
import {
  channels,
  engineOnlyActions,
  type Facts,
  type HistoryEvent,
  holdTypes,
  type LawActionType,
} from "#app/domain/law/facts.ts";
import {
  caseShape,
  type Every,
  holds,
  Judgment,
  Limitation,
  Service,
} from "#app/domain/law/interface/facts.ts";
import {
  civilDate,
  count,
  date,
  dateOrInstant,
  dates,
  decimal,
  flag,
  given,
  known,
  minor,
  moment,
  text,
  zoneName,
} from "#app/domain/law/interface/known.ts";
import { lifecycleTypes, recordTypes, stepTypes } from "#app/domain/law/types.ts";

const Notices = z.strictObject({
  assignmentDeliveredOn: text,
  assignmentOn: date,
  channel: text,
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
  emailNoticeOn: date,
  paymentOrderIssuedOn: date,
  objectionWritten: flag,
  objectionGround: text,
  remindersOn: dates,
  replyReceivedOn: date,
  scraCertificateOn: text,
  validation: known(z.strictObject({ sentOn: date, complete: flag })),
  validationEndsOn: date,
  defaultNoticeOn: date,
  documentsExplainedOn: date,
  emailAskedFor: flag,
  enforcementNoticeOn: date,
  enforcementPermissionOn: date,
  limitationReliedOn: date,
  replyFormPartial: flag,
  replyFormQueriedOn: date,
  timeToPayRequestedOn: date,
  writtenReasonsOn: date,
} satisfies Every<Facts["notices"]>);

const Proceeding = z.strictObject({
  claimIssuedOn: date,
  claimPostedOn: date,
  claimServedOn: date,
  defenceFiledOn: date,
  enforcementOrderAppliedOn: date,
  enforcementOrderServedOn: date,
  feeNoticeOn: date,
  judgmentServedOn: date,
  mediationEffectiveOn: date,
  preservedOn: date,
  rulingReceivedOn: date,
  serviceAcknowledgedOn: date,
  statementDemandedOn: date,
} satisfies Every<Facts["proceeding"]> & Record<"enforcementOrderAppliedOn", z.ZodType>);

const Credential = z.strictObject({
  type: z.string(),
  number: text,
  territory: text,
  status: known(z.enum(["active", "revoked"])),
  verifiedAt: moment,
  expiresAt: known(z.union([z.literal("never"), dateOrInstant])),
});

const Actor = z.strictObject({
  id: given(z.string()),
  kind: known(z.enum(actorKinds)),
  credentials: z.array(Credential).nullish(),
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
const acts = [...stepTypes, ...recordTypes, ...lifecycleTypes, ...engineOnlyActions] as const;
const isAct = (name: string): name is (typeof acts)[number] => acts.some((each) => each === name);

const Act = z.enum([...acts, ...Object.keys(aliases)]).transform((name, context): LawActionType => {
  const act = Object.hasOwn(aliases, name) ? aliases[name] : isAct(name) ? name : null;
  if (act) return act;
  context.addIssue({ code: "custom", message: "no such act" });
  return z.NEVER;
});

const itemNames = [
  "aboveStatutoryRate",
  "acknowledgmentWarning",
  "addressSource",
  "clientNameAddress",
  "costsKindAmountBasis",
  "disputePreventsReport",
  "interestCalculation",
  "planCosts",
  "reasonAndContractDate",
  "supervisor",
  "vatStatement",
  ...actItems,
] as const;
const amountNames = [
  "itemized",
  "interest",
  "fees",
  "payments",
  "credits",
  "current",
  "forgiven",
  "damages",
  "loss",
] as const;
/** Words other than yes and no are no answer; what is not answered yes is asked for. */
const yesOrWords = known(z.union([z.boolean(), z.string()])).transform((value) =>
  typeof value === "boolean" ? value : undefined,
);

const Action = z.strictObject({
  type: Act,
  actorId: given(z.string()),
  amounts: z.partialRecord(z.enum(amountNames), minor).optional(),
  attorneyReview: flag,
  bothConsent: flag,
  channel: given(z.enum(channels)),
  conditions: z.partialRecord(z.enum(paymentOrderConditions), yesOrWords).optional(),
  consentToEntry: flag,
  contactId: given(z.string()),
  counterPerformanceOutstanding: known(z.union([z.boolean(), z.string()])),
  debtId: given(z.string()),
  direction: given(z.enum(["in", "out"])),
  disclosesDebt: flag,
  emailBasis: text,
  employerAddress: flag,
  feePercent: decimal,
  forumBasis: text,
  forumState: text,
  ground: count,
  interestRate: decimal,
  items: z.partialRecord(z.enum(itemNames), flag).optional(),
  language: text,
  letterDate: date,
  matter: text,
  mediationBody: text,
  number: given(z.string()),
  numberCheckedAt: moment,
  online: flag,
  payee: text,
  place: text,
  procedure: text,
  protectiveReason: text,
  publicServiceNeeded: flag,
  purpose: given(z.string()),
  recipientRole: given(z.string()),
  record: flag,
  remedy: text,
  statedEnd: date,
  tcpaConsent: text,
  text,
  textReviewed: flag,
  threatens: text,
  threatensSuit: flag,
  vatClaimed: flag,
  voice: given(z.enum(["human", "synthetic"])),
  workplaceConsent: flag,
} satisfies Every<Omit<ActionInput, "threatenedSteps">>);

const Event = z.strictObject({
  type: z.union([Act, z.enum(["consent", "refusal", "attempt_blocked"])]),
  startedAt: dateOrInstant,
  actorId: given(z.string()),
  actorKind: given(z.enum(actorKinds)),
  answerBy: given(civilDate),
  channel: given(z.enum(channels)),
  connected: flag,
  contactId: given(z.string()),
  debtId: given(z.string()),
  direction: given(z.enum(["in", "out"])),
  employerAddress: flag,
  endsAt: given(dateOrInstant),
  evidenceId: given(z.string()),
  givenTo: given(z.string()),
  hold: given(z.enum(holdTypes)),
  lastDay: given(civilDate),
  letterDate: given(civilDate),
  number: given(z.string()),
  outcome: given(z.string()),
  recipientRole: given(z.string()),
  sentOn: given(civilDate),
  tz: given(zoneName),
  voice: given(z.enum(["human", "synthetic"])),
} satisfies Every<HistoryEvent>);
const history = z.array(Event).nullish();

const DecideFacts = z.strictObject({
  ...caseShape,
  holds,
  limitation: Limitation.optional(),
  notices: Notices.optional(),
  proceeding: Proceeding.optional(),
  documents: z.strictObject({ itemisedAccountId: text, primaryDocumentId: text }).optional(),
  outsourcing: z.strictObject({ contract: text, whitelisted: flag }).optional(),
  arbitrationAgreement: flag,
  courtLand: text,
  effectiveInstrument: flag,
  engagementSigned: flag,
  judgment: Judgment.optional(),
  service: Service.optional(),
  verzugFrom: date,
  actor: Actor.optional(),
  history,
});

/** One line of `rung law decide`. The actor and the history stand among the facts, or beside them. */
export const DecideLine = z.strictObject({
  jurisdiction: z.string(),
  at: dateOrInstant,
  facts: DecideFacts,
  action: Action,
  actor: Actor.optional(),
  history,
});
