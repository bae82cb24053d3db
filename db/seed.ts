import { asc, inArray } from "drizzle-orm";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { readMachineClock } from "#app/gateways/clock.server.ts";
import { totpCode } from "#app/gateways/totp.server.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import { enter, enterAdmin, fileLicence, license, type Player } from "./demo/cast.ts";
import { offerLoan, planToVisit } from "./demo/china.ts";
import { beginConversation, continueConversation } from "./demo/conversation.ts";
import { invoiceDraft, shenzhenDraft } from "./demo/drafts.ts";
import { europeanEmails, playBerlin, playLondon } from "./demo/europe.ts";
import { keepForms } from "./demo/forms.ts";
import { proposeOtherWait, proposeOtherWords } from "./demo/law.ts";
import { writeToDebtor } from "./demo/letter.ts";
import { insure, proposeChange, proposeLowerFee } from "./demo/mandates.ts";
import { closeMonths, playMoney } from "./demo/money.ts";
import { playPlan } from "./demo/plan.ts";
import {
  approve,
  awardTo,
  bid,
  closeRound,
  passBy,
  post,
  signBoth,
  step,
  successTerms,
} from "./demo/play.ts";
import { closeLots, offerEasternLots, offerWesternLots, playEngagedLot } from "./demo/portfolios.ts";
import { keepPractices } from "./demo/practices.ts";
import { askAndAnswer } from "./demo/round-words.ts";
import { ctxOf, later, moveTo, type Stage, setClockToMachine, toWorkingHour } from "./demo/stage.ts";
import { playStandingPrices } from "./demo/standing-prices.ts";
import { askAboutWords } from "./demo/texts.ts";
import { users } from "./schema/accounts.ts";

export const demoPassword = "rung demo 2026";
/** Two of them, so that a change of law finds its second pair of eyes. */
const adminEmails = ["admin@demo.example", "admin2@demo.example"] as const;

/** Fills an empty demo database once, through the same use-cases a person would use. The past is played, not written. */
export async function seedDemo(services: Services, log: (line: string) => void): Promise<void> {
  const found = await services.db.select({ id: users.id }).from(users).limit(1);
  if (found.length > 0) return;
  log("Seeding the demo (once) …");
  const stage: Stage = { services };
  const present = await readMachineClock(services.db);
  await moveTo(stage, later(present, { days: -42 }));
  const house = await demoHouse(stage);
  await playBerlin({ stage, ...house, present, password: demoPassword });
  await playLondon({ stage, ...house, present, password: demoPassword });
  await moveTo(stage, later(present, { days: -19 }));
  const cast = await demoCast(stage, house);
  await insure(stage, cast);
  const lotId = await playEngagedLot(stage, cast);
  await moveTo(stage, later(present, { days: -16 }));
  const loanId = await offerLoan(stage, cast, present);
  const caseId = await playEngaged(stage, cast, present);
  await planToVisit(stage, cast, { caseId: loanId, present });
  await moveTo(stage, later(present, { days: -3 }));
  await playPlan(stage, cast, await playMoney(stage, cast));
  const lots = await offerWesternLots(stage, cast);
  await moveTo(stage, later(present, { days: -2 }));
  await playDecided(stage, cast);
  await closeLots(stage, lots);
  // An amendment is answered within seven days: these two wait whatever weekday it is.
  await proposeLowerFee(stage, cast.creditor, caseId);
  await proposeChange(stage, cast.creditor, lotId, { periodEndsOn: daysBefore(present, -720) });
  await continueConversation(stage, { ...cast, caseId }, present);
  await playOpen(stage, cast);
  await offerEasternLots(stage, cast);
  await playStandingPrices(stage, cast);
  await proposeOtherWait(stage, cast.admin);
  await proposeOtherWords(stage, cast.admin);
  await keepForms(stage, cast);
  await closeMonths(stage, cast);
  await setClockToMachine(stage);
}

type DemoHouse = { admin: Player; second: Player; creditor: Player };
type DemoCast = DemoHouse & {
  lawyer: Player;
  rival: Player;
  agency: Player;
  shenzhen: Player;
};

async function demoHouse(stage: Stage): Promise<DemoHouse> {
  const [{ player: admin }, { player: second }] = [
    await enterAdmin(stage, { name: "Demo Admin", email: adminEmails[0], password: demoPassword }),
    await enterAdmin(stage, { name: "Demo Second Admin", email: adminEmails[1], password: demoPassword }),
  ];
  const creditor = await enter(stage, {
    kind: "creditor",
    name: "Demo Person",
    email: "creditor@demo.example",
    password: demoPassword,
    organization: "Demo Creditor Ltd",
    seat: "US-CA",
  });
  return { admin, second, creditor };
}

async function demoCast(stage: Stage, { admin, second, creditor }: DemoHouse): Promise<DemoCast> {
  const person = (
    kind: "lawyer" | "law_firm" | "agency",
    email: string,
    organization: string,
    seat: string,
  ) => enter(stage, { kind, name: "Demo Person", email, password: demoPassword, organization, seat });
  const lawyer = await person("lawyer", "lawyer@demo.example", "Demo Law Office A", "US-CA");
  const rival = await person("law_firm", "lawyer2@demo.example", "Demo Law Firm B", "US-NY");
  const agency = await person("agency", "agency@demo.example", "Demo Agency C", "US-CA");
  const shenzhen = await person("lawyer", "lawyer3@demo.example", "演示律师事务所", "CN-440300");
  const bar = { kind: "bar_admission" as const, issuer: "State bar" };
  for (const [holder, territory, number] of [
    [lawyer, "US-CA", "000101"],
    [lawyer, "US-NY", "0000101"],
    [rival, "US-CA", "000102"],
    [rival, "US-NY", "0000102"],
  ] as const) {
    await license(stage, holder, admin, { ...bar, territory, number, holderName: holder.organization });
  }
  await license(stage, agency, admin, {
    kind: "agency_licence",
    issuer: "State regulator",
    territory: "US-CA",
    number: "DEMO-0001",
    holderName: agency.organization,
  });
  await license(stage, shenzhen, admin, {
    kind: "lawyer_certificate",
    issuer: "司法行政机关",
    territory: "CN",
    number: "14403201510000001",
    holderName: "演示律师",
  });
  await keepPractices(stage, { lawyer, agency, shenzhen });
  return { admin, second, creditor, lawyer, rival, agency, shenzhen };
}

const daysBefore = (day: Date, days: number) => addDays(dateIn("UTC", day), -days);

/** A case that is being collected: reminder, one blocked attempt, one lawful call, and an e-mail through the gate. */
async function playEngaged(
  stage: Stage,
  { admin, creditor, lawyer, rival, agency }: DemoCast,
  present: Date,
): Promise<string> {
  const zone = "America/Los_Angeles";
  const there = { zone, calendars: [] };
  const dates = { contractOn: daysBefore(present, 160), dueOn: daysBefore(present, 100) };
  const draft = invoiceDraft(
    { state: "US-CA", debtor: "Demo Debtor Trading Inc", principal: "48,250.00", reference: "DEMO-1001" },
    dates,
  );
  const caseId = await post(stage, creditor, draft);
  await approve(stage, admin, caseId);
  await bid(stage, lawyer, caseId, successTerms(1500));
  await bid(stage, rival, caseId, successTerms(1800));
  await passBy(stage, agency, caseId, "scope");
  await closeRound(stage, caseId);
  await awardTo(stage, creditor, caseId, lawyer);
  await signBoth(stage, caseId, creditor, lawyer);
  const reminded = await toWorkingHour(stage, there, { from: daysBefore(present, 13), time: "10:00" });
  await step(stage, lawyer, {
    caseId,
    zone,
    type: "reminder",
    outcome: "delivered",
    emailBasis: "consumer_used",
  });
  await toWorkingHour(stage, there, { from: addDays(reminded, 1), time: "07:30" });
  await step(stage, lawyer, { caseId, zone, type: "call", outcome: "no_answer", number: "+1 555 010 0100" });
  await toWorkingHour(stage, there, { from: addDays(reminded, 4), time: "10:30" });
  await step(stage, lawyer, {
    caseId,
    zone,
    type: "call",
    outcome: "conversation",
    number: "+1 555 010 0100",
  });
  await moveTo(stage, later((await ctxOf(stage, lawyer.actor)).now, { hours: 1 }));
  await writeToDebtor(stage, lawyer, caseId);
  await askAboutWords(stage, lawyer, caseId);
  const afterCall = later((await ctxOf(stage, lawyer.actor)).now, { hours: 1 });
  await beginConversation(stage, { creditor, lawyer, caseId }, afterCall);
  return caseId;
}

/** A closed round to compare, with three kinds of bidder. */
async function playDecided(stage: Stage, { admin, creditor, lawyer, rival, agency }: DemoCast) {
  const now = await readMachineClock(stage.services.db);
  const draft = invoiceDraft(
    { state: "US-CA", debtor: "Demo Buyer Corporation", principal: "126,400.00", reference: "DEMO-1002" },
    { contractOn: daysBefore(now, 250), dueOn: daysBefore(now, 190) },
  );
  const goal = { ...draft.goal, goal: "amicable" };
  const caseId = await post(stage, creditor, { ...draft, goal });
  await approve(stage, admin, caseId);
  await bid(stage, lawyer, caseId, successTerms(1600));
  await bid(stage, rival, caseId, {
    ...successTerms(1100),
    model: "hybrid",
    fixedFee: 150_000,
    expectedMonths: 5,
  });
  await bid(stage, agency, caseId, {
    ...successTerms(0),
    model: "fixed",
    fixedFee: 900_000,
    expectedMonths: 3,
  });
  await closeRound(stage, caseId);
}

/** Two open rounds, one in mainland China, and a case and a licence that wait for review. */
async function playOpen(stage: Stage, { admin, creditor, lawyer, rival, agency, shenzhen }: DemoCast) {
  const now = await readMachineClock(stage.services.db);
  await moveTo(stage, later(now, { hours: -3 }));
  const dates = { contractOn: daysBefore(now, 120), dueOn: daysBefore(now, 60) };
  const newYork = await post(
    stage,
    creditor,
    invoiceDraft(
      { state: "US-NY", debtor: "Demo Retail LLC", principal: "19,980.50", reference: "DEMO-1003" },
      dates,
    ),
  );
  await approve(stage, admin, newYork);
  await bid(stage, lawyer, newYork, successTerms(1700));
  await bid(stage, rival, newYork, successTerms(1450));
  await askAndAnswer(stage, { creditor, lawyer, rival }, newYork);
  const loan = await post(
    stage,
    creditor,
    shenzhenDraft({ contractOn: daysBefore(now, 900), dueOn: daysBefore(now, 400) }),
  );
  await approve(stage, admin, loan);
  await bid(stage, shenzhen, loan, successTerms(1200));
  const waiting = {
    state: "US-TX",
    debtor: "Demo Services Company",
    principal: "7,300.00",
    reference: "DEMO-1004",
  };
  await post(stage, creditor, invoiceDraft(waiting, dates));
  await fileLicence(stage, agency, {
    kind: "agency_licence",
    issuer: "State regulator",
    territory: "US-NY",
    number: "DEMO-0002",
    holderName: agency.organization,
  });
}

/** What the start prints: who can be tried, and how an admin's second factor is answered. */
export async function demoSignIns({ db, secrets }: Services) {
  const admins = await db
    .select({ email: users.email, sealed: users.totpSecret })
    .from(users)
    .where(inArray(users.email, [...adminEmails]))
    .orderBy(asc(users.createdAt), asc(users.id));
  const now = await readMachineClock(db);
  const factorOf = (sealed: string | null) => {
    const secret = sealed ? secrets.unseal("totp", sealed) : null;
    return secret ? `second factor: secret ${secret}, code now ${totpCode(secret, now)}` : "";
  };
  return [
    { email: "creditor@demo.example", password: demoPassword, note: "" },
    { email: "lawyer@demo.example", password: demoPassword, note: "" },
    { email: "agency@demo.example", password: demoPassword, note: "" },
    { email: "lawyer3@demo.example", password: demoPassword, note: "" },
    ...europeanEmails.map((email) => ({ email, password: demoPassword, note: "" })),
    ...admins.map(({ email, sealed }) => ({ email, password: demoPassword, note: factorOf(sealed) })),
  ];
}
