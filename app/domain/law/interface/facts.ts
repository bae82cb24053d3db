import { z } from "zod";
import {
  channels,
  type Facts,
  type Hold,
  holdTypes,
  isKnown,
  limitationKinds,
} from "#app/domain/law/facts.ts";
import {
  civilDate,
  count,
  date,
  dates,
  decimal,
  flag,
  hours,
  inOrder,
  known,
  minor,
  minors,
  moment,
  text,
  zone,
  zoneName,
} from "#app/domain/law/interface/known.ts";

/** A schema for every name that the engine knows: one that is left out is a type error. */
export type Every<T> = Record<keyof NonNullable<T>, z.ZodType>;

/** Facts by the names of the published interface; a name that is not listed is refused with its path. */

const Residence = z.strictObject({
  country: text,
  state: text,
  province: text,
  land: text,
  city: text,
  tz: zone,
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
  createdOn: date,
  deliveredOn: date,
  performedOn: date,
  invoiceReceivedOn: date,
  invoiceHint: flag,
  invoices: minors,
  landCharge: flag,
  lateClause: flag,
} satisfies Every<Facts["debt"]>);

const Creditor = z.strictObject({
  kind: known(z.enum(["natural", "business", "financial_institution", "debt_buyer", "public"])),
  assigned: flag,
  size: text,
} satisfies Every<Facts["creditor"]>);

const Debtor = z.strictObject({
  kind: known(z.enum(["natural_consumer", "sole_trader", "company", "public"])),
  ageYears: count,
  residence: Residence.optional(),
  otherZones: known(z.array(zoneName)),
  consentedHours: hours,
  preferredHours: hours,
  objectsOnline: flag,
  employerForbidsContact: flag,
  preferredLanguage: text,
  size: text,
} satisfies Every<Facts["debtor"]>);

const HoldLine = inOrder(
  z.strictObject({
    type: z.enum(holdTypes),
    startedAt: moment,
    endsAt: moment,
    channel: known(z.enum(channels)),
    evidenceId: text,
    registeredOn: date,
    sentOn: date,
    verificationSentOn: date,
    crisis: flag,
    treatmentEndedOn: date,
  } satisfies Every<Hold>),
  "startedAt",
  "endsAt",
);
export const holds = z.array(HoldLine).nullish();

/** A hold whose start is not known is in force: since it was registered, or else for all that is known since the day of the question. */
export const heldSince = (told: z.output<typeof holds>, at: string): Hold[] =>
  (told ?? []).map((hold) => {
    const since = [hold.startedAt, hold.registeredOn, at.slice(0, 10)].find(isKnown);
    return { ...hold, startedAt: since ?? at };
  });

const Interruption = z.strictObject({
  type: z.string(),
  on: civilDate,
  delivered: flag,
  signed: flag,
  written: flag,
});

const Suspension = inOrder(
  z.strictObject({
    type: z.string().optional(),
    from: date,
    to: date,
    filedOn: date,
    servedOn: date,
    lastStepOn: date,
    servedPromptly: flag,
  }),
  "from",
  "to",
);

export const Limitation = z.strictObject({
  accruedOn: date,
  lastDay: date,
  chosenLaw: text,
  damageOn: date,
  deed: flag,
  defaultNoticeExpiredOn: date,
  finalOn: date,
  instalmentsDue: dates,
  interruptions: known(z.array(Interruption)),
  knownOn: date,
  mainDebtDue: date,
  periodEnds: date,
  suspensions: known(z.array(Suspension)),
  writtenDemandOn: date,
} satisfies Every<Facts["limitation"]>);

export const Judgment = z.strictObject({
  amount: minor,
  ccaRegulated: flag,
  consumer: flag,
  court: text,
  currency: text,
  enteredOn: date,
  latePaymentDebt: flag,
  medical: flag,
  periodEnds: date,
} satisfies Every<Facts["judgment"]>);

/** Military service of the debtor. */
export const Service = z.strictObject({
  startedOn: date,
  writtenNotice: flag,
} satisfies Every<Facts["service"]>);

/** What every topic may be told about the case. */
export const caseShape = {
  case: z.strictObject({ jurisdiction: text }).optional(),
  debt: Debt.optional(),
  creditor: Creditor.optional(),
  debtor: Debtor.optional(),
};
