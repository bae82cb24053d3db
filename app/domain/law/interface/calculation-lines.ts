import { z } from "zod";
import type { Topic } from "#app/domain/law/calculator.ts";
import { calculatorsByPack } from "#app/domain/law/calculators.ts";
import { MOST_CLEAR_DAYS } from "#app/domain/law/deadlines/gb.ts";
import { caseShape, holds, Judgment, Limitation, Service } from "#app/domain/law/interface/facts.ts";
import {
  civilDate,
  count,
  date,
  dates,
  decimal,
  flag,
  inOrder,
  known,
  minor,
  text,
} from "#app/domain/law/interface/known.ts";

const interestShape = {
  holds,
  borrowerRequestsReduction: flag,
  oldRuleRequested: flag,
  paidOn: date,
  payment: minor,
  suedOn: date,
  interest: inOrder(z.strictObject({ from: date, to: date }), "from", "to").optional(),
  judgment: Judgment.optional(),
  owed: z.strictObject({ costs: minor, interest: minor, principal: minor }).optional(),
  service: Service.optional(),
  suspensions: known(
    z.array(inOrder(z.strictObject({ from: date, to: date, requestedByDebtor: flag }), "from", "to")),
  ),
};

const Dates = z.strictObject({
  abroad: flag,
  byMail: flag,
  callOn: date,
  clearDays: known(z.int().min(0).max(MOST_CLEAR_DAYS)),
  demandedOn: date,
  documentsProvidedOn: date,
  effectiveOn: date,
  fourteenDayNoticeOn: date,
  hearingOn: date,
  invoiceReceivedOn: date,
  issuedOn: date,
  land: text,
  lastActivityOn: date,
  letterDate: date,
  noticeOn: date,
  postedOn: date,
  preservedOn: date,
  receivedOn: date,
  registeredOn: date,
  remindersOn: dates,
  replyReceivedOn: date,
  sentOn: date,
  servedOn: date,
});

const feeCapShape = {
  claim: minor,
  clientOtherwiseDeterred: flag,
  counselPercent: decimal,
  creditorDeductsVat: flag,
  currency: text,
  disputed: flag,
  fee: minor,
  feePercent: decimal,
  flatSumPaid: minor,
  mandateOn: date,
  matter: text,
  outOfCourtCollection: flag,
  paidWithinDays: count,
  realised: minor,
  recovered: minor,
  successFeePercent: decimal,
  vatPercent: decimal,
  weeklyDisposable: minor,
};

const courtFeeShape = { amount: minor, court: text, currency: text, filedOn: date, interestToIssue: minor };

/** Every question that some country's calculators answer on the topic. */
const questionsOn = (topic: Topic) =>
  [...new Set(Object.values(calculatorsByPack).flatMap((each) => Object.keys(each[topic])))].sort();

const lineOf = <T extends z.ZodRawShape>(topic: Topic, shape: T) =>
  z.strictObject({
    jurisdiction: z.string(),
    at: civilDate,
    question: z.enum(questionsOn(topic)),
    facts: z.strictObject({ ...caseShape, ...shape }),
  });

/** One line of each calculation: a question and the facts it may rest on. */
export const calculationLines = {
  interest: lineOf("interest", interestShape),
  limitation: lineOf("limitation", { limitation: Limitation.optional() }),
  deadline: lineOf("deadline", { dates: Dates.optional() }),
  "fee-cap": lineOf("fee-cap", feeCapShape),
  "court-fee": lineOf("court-fee", courtFeeShape),
} satisfies Record<Topic, z.ZodType>;
