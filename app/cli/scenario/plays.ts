import type { Typed } from "#app/domain/cases/typed.ts";
import type { Draft } from "#db/demo/play.ts";
import type { Stage } from "#db/demo/stage.ts";
import type { Report } from "./report.ts";
import { type ChargedOffLoan, shiftYears } from "./sba-sample.ts";
import { type Cast, Scene } from "./scene.ts";

const goal = { goal: "up_to_lawsuit", feeModels: ["success", "hybrid"], windowHours: "24" };

function loanDraft(loan: ChargedOffLoan): Draft {
  return {
    debtor: {
      kind: "company",
      name: loan.debtor,
      country: "US",
      province: `US-${loan.state}`,
      ...cityOf(loan),
      address: `${loan.city}, ${loan.state} ${loan.zip}`,
    },
    claim: {
      kind: "loan_bank",
      purpose: "commercial",
      creditorKind: "financial_institution",
      principal: loan.principal,
      currency: "USD",
      contractOn: loan.disbursedOn,
      dueOn: loan.chargedOffOn,
      reference: loan.reference,
      written: "yes",
      interest: "none",
      assigned: "no",
      description: "Charged-off small-business loan; lender per SBA file.",
    },
    history: { disputed: "no", judgment: "no" },
    goal,
  };
}

/** New York City has contact rules of its own, so the wizard asks for it. */
const boroughs = new Set(["NEW YORK", "BROOKLYN", "BRONX", "QUEENS", "STATEN ISLAND"]);

const cityOf = ({ state, city }: ChargedOffLoan): Typed =>
  state === "NY" ? { city: boroughs.has(city.toUpperCase()) ? "US-NY-NYC" : "US-NY" } : {};

type Play = { stage: Stage; report: Report; cast: Cast; zone: string };

/** A business loan from reminder to lawsuit, with every mistake a hurried collector might make. */
export async function playToLawsuit(
  { stage, report, cast, zone }: Play,
  loan: ChargedOffLoan,
  today: string,
) {
  const years = yearsToShift(loan.chargedOffOn, today);
  const recent = {
    ...loan,
    disbursedOn: shiftYears(loan.disbursedOn, years),
    chargedOffOn: shiftYears(loan.chargedOffOn, years),
  };
  report.case(
    `Charged-off loan ${loan.reference}, ${loan.state}: dates shifted by ${years} years`,
    `Lender per SBA file. Charged off ${loan.chargedOffOn}, shown as ${recent.chargedOffOn}.`,
  );
  const scene = await Scene.open(stage, report, cast, {
    draft: loanDraft(recent),
    place: { zone, calendars: [] },
  });
  await scene.goTo(1, "09:00");
  await scene.act("call", "Call before any reminder", { outcome: "conversation" });
  await scene.act("file_suit", "Lawsuit on the first day", { forumState: loan.state });
  await scene.act("reminder", "Reminder by e-mail", { outcome: "delivered", emailBasis: "consumer_used" });
  await scene.goTo(1, "10:00");
  await scene.act("call", "Call the next day", { outcome: "conversation" });
  await scene.goTo(3, "19:30");
  await scene.act("call", "Call in the evening", { outcome: "conversation" });
  await scene.goTo(1, "10:00");
  await scene.act("call", "Call in business hours", { outcome: "conversation", number: "+1 555 010 0100" });
  await scene.act("demand_payment", "Formal demand the same day", {
    outcome: "sent",
    answerBy: await scene.dayIn(14),
  });
  await scene.goTo(7, "10:00");
  await scene.act("demand_payment", "Formal demand with itemised account", {
    outcome: "delivered",
    answerBy: await scene.dayIn(14),
  });
  await scene.goTo(2, "10:00");
  await scene.fact("dispute", "The debtor disputes the amount");
  await scene.goTo(6, "10:00");
  await scene.act("lawyer_letter", "Lawyer's letter during the dispute", {
    attorneyReview: "yes",
    outcome: "sent",
  });
  await scene.fact("verification_sent", "Verification sent, dispute answered");
  await scene.act("lawyer_letter", "Lawyer's letter, says that suit may follow", {
    attorneyReview: "yes",
    threatensSuit: "yes",
    outcome: "delivered",
    answerBy: await scene.dayIn(14),
  });
  await scene.goTo(3, "10:00");
  await scene.act("file_suit", "Lawsuit before the answer time is over", { forumState: loan.state });
  await scene.goTo(13, "10:00");
  await scene.act("file_suit", "Lawsuit on an old register look-up", { forumState: loan.state });
  await scene.lookUpAgain();
  return scene.act("file_suit", "Lawsuit filed", { forumState: loan.state });
}

/** Whole years that bring the charge-off into the last two years, not into the future. */
function yearsToShift(chargedOffOn: string, today: string): number {
  let years = Number(today.slice(0, 4)) - Number(chargedOffOn.slice(0, 4));
  while (shiftYears(chargedOffOn, years) >= today) years -= 1;
  return years;
}

/** The same loan with its true dates. True when the ladder stopped before any filing or threat of suit (POL-LADDER-07). */
export async function playTimeBarred({ stage, report, cast, zone }: Play, loan: ChargedOffLoan) {
  report.case(
    `Charged-off loan ${loan.reference}, ${loan.state}: true dates`,
    `Lender per SBA file. Charged off ${loan.chargedOffOn}: it appears time-barred.`,
  );
  const scene = await Scene.open(stage, report, cast, {
    draft: loanDraft(loan),
    place: { zone, calendars: [] },
  });
  await scene.goTo(1, "09:00");
  await scene.act("reminder", "Reminder by e-mail", { outcome: "delivered", emailBasis: "consumer_used" });
  await scene.goTo(4, "10:00");
  await scene.act("call", "Call in business hours", { outcome: "conversation", number: "+1 555 010 0101" });
  await scene.goTo(7, "10:00");
  const threatened = await scene.act("demand_payment", "Formal demand that threatens suit", {
    threatensSuit: "yes",
    outcome: "sent",
  });
  await scene.act("demand_payment", "Formal demand without a threat", {
    outcome: "delivered",
    answerBy: await scene.dayIn(14),
  });
  await scene.goTo(8, "10:00");
  const warned = await scene.act("lawyer_letter", "Lawyer's letter that threatens suit", {
    attorneyReview: "yes",
    threatensSuit: "yes",
    outcome: "sent",
  });
  await scene.goTo(10, "10:00");
  await scene.lookUpAgain();
  const filed = await scene.act("file_suit", "Lawsuit", { forumState: loan.state });
  return !threatened && !warned && !filed;
}

/** A private loan between two people; the debtor lives in Shenzhen. All of it is invented. */
export async function playShenzhen(
  { stage, report, cast, zone }: Play,
  { contractOn, dueOn }: { contractOn: string; dueOn: string },
) {
  report.case(
    "Private loan of 80,000.00 CNY, consumer in Shenzhen",
    "Invented case; the rules are those of the CN pack.",
  );
  const draft: Draft = {
    debtor: {
      kind: "natural_consumer",
      name: "演示债务人",
      country: "CN",
      province: "CN-440000",
      city: "CN-440300",
    },
    claim: {
      kind: "loan_private",
      purpose: "consumer",
      creditorKind: "natural",
      principal: "80000",
      currency: "CNY",
      contractOn,
      dueOn,
      reference: "DEMO-SZ-1",
      written: "yes",
      interest: "agreed",
      agreedRate: "10",
      assigned: "no",
      description: "Private loan with a written note; nothing was paid back.",
    },
    history: { disputed: "no", judgment: "no" },
    goal,
  };
  const scene = await Scene.open(stage, report, cast, { draft, place: { zone, calendars: [] } });
  await scene.goTo(1, "09:00");
  await scene.act("reminder", "提醒 (reminder)", { outcome: "delivered", emailBasis: "consumer_used" });
  await scene.goTo(4, "22:30");
  await scene.act("call", "Call at 22:30", { outcome: "conversation", number: "+86 755 0000 0000" });
  await scene.goTo(1, "09:30");
  await scene.act("call", "Call in permitted hours", {
    outcome: "conversation",
    number: "+86 755 0000 0000",
  });
  await scene.act("call", "Second call the same day", {
    outcome: "conversation",
    number: "+86 755 0000 0000",
  });
  await scene.goTo(7, "10:00");
  await scene.act("demand_payment", "催告函 (formal demand)", {
    outcome: "delivered",
    answerBy: await scene.dayIn(14),
  });
  await scene.act("file_suit", "Lawsuit on the day of the demand");
  await scene.goTo(8, "10:00");
  await scene.act("lawyer_letter", "律师函 (lawyer's letter)", {
    attorneyReview: "yes",
    outcome: "delivered",
    answerBy: await scene.dayIn(14),
  });
  await scene.goTo(15, "10:00");
  await scene.lookUpAgain();
  await scene.act("payment_order", "支付令 (payment order) with assets already frozen", {
    conditions: [
      "moneyOrSecurities",
      "maturedAndCertain",
      "noCounterPerformanceOrOtherDispute",
      "debtorInMainlandKnown",
      "serviceable",
      "competentBasicCourt",
    ],
  });
  return scene.act("file_suit", "起诉 (lawsuit)");
}
