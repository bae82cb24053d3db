import { minorUnitOf } from "#app/domain/cases/amount.ts";
import type { KeptAnswers } from "#app/domain/cases/answers.ts";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { validationPeriod } from "#app/domain/law/calendar/us-periods.ts";
import { afterNotice } from "#app/domain/law/deadlines/gb.ts";
import { paymentsReceived } from "#app/domain/ledger/payments-received.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { claimKindWords } from "./claim-kinds.data.ts";
import type { Typed } from "./forms.ts";
import type { Enclosure } from "./prescribed-forms.ts";
import type { TemplateLanguage, TemplateValues } from "./templates/template.ts";

const tags: Record<TemplateLanguage, string> = { en: "en-GB", de: "de-DE", zh: "zh-CN" };

/** As the reader's language writes it; American days for American readers. */
const tagFor = (language: TemplateLanguage, currency: string) =>
  language === "en" && currency === "USD" ? "en-US" : tags[language];

/** How a letter's amounts and days are written. */
export function writtenIn(language: TemplateLanguage, currency: string) {
  const tag = tagFor(language, currency);
  const amounts = new Intl.NumberFormat(tag, { style: "currency", currency });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  return {
    money: (minor: number) => amounts.format(minor / minorUnitOf(currency)),
    day: (on: string) => days.format(new Date(`${on}T00:00:00Z`)),
  };
}

export type Figures = {
  principal: number;
  paid: number;
  owed: number;
  /** What was owed on the itemization date, and what was paid since. */
  itemized: number;
  paidSince: number;
  /** What came in, the oldest first. */
  payments: readonly { on: string; amount: number }[];
};

/** What the case owes in minor units: the principal less what came in. Interest and costs are not asked for by the gate's letters. */
export function figuresOf(
  { claim }: Pick<KeptAnswers, "claim">,
  events: readonly TimelineEvent[],
  { zone, itemizationOn }: { zone: string; itemizationOn?: string },
): Figures {
  const { payments } = paymentsReceived(events, zone);
  const sum = (list: readonly { amount: number }[]) => list.reduce((total, { amount }) => total + amount, 0);
  const paid = sum(payments);
  const paidSince = sum(payments.filter(({ on }) => itemizationOn !== undefined && on > itemizationOn));
  return {
    principal: claim.principal,
    paid,
    owed: claim.principal - paid,
    itemized: claim.principal - (paid - paidSince),
    paidSince,
    payments: payments.map(({ on, amount }) => ({ on, amount })).sort((a, b) => (a.on < b.on ? -1 : 1)),
  };
}

export type Letterhead = {
  creditor: string;
  collector: string;
  licence: string | null;
  /** Who issued the licence, and where it holds. */
  issuer: string | null;
  debtor: { name: string; address: string | null };
  replyTo: string;
  stopUrl: string;
  doorUrl: string;
};

type Written = {
  kase: { code: string; answers: Pick<KeptAnswers, "claim"> };
  head: Letterhead;
  figures: Figures;
  typed: Typed;
  language: TemplateLanguage;
  answerDays?: number;
  zone: string;
  enclosures?: readonly Enclosure[];
  /** Of a protocol before a claim: the letter of claim, and the answer to it; null where there was none. */
  exchange?: { letterOn: string; answeredOn: string } | null;
  /** The titles of the papers that the debtor can open at the door. */
  papers?: readonly string[];
  /** The moment it goes out. */
  at: Date;
};

/** A lawyer's own look at the file is as old as this at most (platform policy). */
const reviewDays = 30;

/** What a template's slots are filled with, in its language. */
export function letterValues(written: Written): TemplateValues {
  const { kase, head, figures, typed, language, zone, at } = written;
  const { enclosures = [], papers = [], exchange = null, answerDays = 1 } = written;
  const { claim } = kase.answers;
  const { money, day } = writtenIn(language, claim.currency);
  const today = dateIn(zone, at);
  const dayIf = (on: string | undefined, holds: (on: string) => boolean) =>
    on && holds(on) ? day(on) : null;
  const assigned = claim.assigned === "yes";
  return {
    ...typed,
    ...Object.fromEntries(enclosures.map(({ form, edition }) => [form, edition])),
    itemizationOn: typed.itemizationOn && day(typed.itemizationOn),
    assignedOn: typed.assignedOn && day(typed.assignedOn),
    assignedFrom: assigned ? typed.formerCreditor : null,
    papersAtDoor: papers.length > 0 ? papers.join("; ") : null,
    afterNotice: day(dateOf(afterNotice(dayOf(today)))),
    claimLetterOn: exchange && day(exchange.letterOn),
    answeredOn: exchange && day(exchange.answeredOn),
    owedWithoutInterest: claim.interest === "agreed" ? null : money(figures.owed),
    notAssigned: assigned ? null : head.creditor,
    answerBy: dayIf(typed.answerBy, (on) => on >= addDays(today, answerDays)),
    reviewedOn: dayIf(typed.reviewedOn, (on) => on <= today && on >= addDays(today, -reviewDays)),
    creditor: head.creditor,
    collector: head.collector,
    licence: head.licence,
    debtor: head.debtor.name,
    debtorAddress: head.debtor.address,
    caseCode: kase.code,
    reference: claim.reference ?? kase.code,
    claimKind: claimKindWords[language][claim.kind],
    contractOn: claim.contractOn ? day(claim.contractOn) : null,
    dueOn: day(claim.dueOn),
    principal: money(figures.principal),
    paid: money(figures.paid),
    owed: money(figures.owed),
    itemized: money(figures.itemized),
    paidSince: money(figures.paidSince),
    originalCreditor: assigned ? (typed.formerCreditor ?? null) : head.creditor,
    validationEnd: day(validationEnd(today)),
    replyTo: head.replyTo,
    stopUrl: head.stopUrl,
    doorUrl: head.doorUrl,
    sentOn: day(today),
  };
}

/** The last day to dispute that a notice sent on this day names (12 CFR 1006.34(b)(5)). */
export const validationEnd = (sentOn: string): string => dateOf(validationPeriod(dayOf(sentOn)).ends);
