import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { WriteMessage } from "#app/domain/contact/forms.ts";
import { validationEnd } from "#app/domain/contact/values.ts";
import { newId } from "#app/domain/ids.ts";
import { mediaTypes } from "#app/domain/media-types.ts";
import { addDays, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { textOf } from "#app/gateways/document-text.server.ts";
import { closeMailConnections } from "#app/gateways/mail.server.ts";
import { nameHolder } from "#app/use-cases/accounts/name-holder.server.ts";
import { supervise } from "#app/use-cases/accounts/supervise.server.ts";
import { readBatchFile } from "#app/use-cases/contact/batch-view.server.ts";
import { writeView } from "#app/use-cases/contact/contact-view.server.ts";
import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import { makeBatch } from "#app/use-cases/contact/make-batch.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences } from "#db/schema/accounts.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import { aCaseToWriteOn, aMailServer, ask, type Mailed, verifiedByPost } from "#test/support/contact.ts";
import { daysAgo } from "#test/support/market.ts";
import {
  aLawyer,
  aPdf,
  aPerson,
  aWorld,
  licensed,
  passTime,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

const zones = { DE: "Europe/Berlin", "US-CA": "America/Los_Angeles" } as const;
type Law = keyof typeof zones;

const post = aMailServer();
let world: World;
beforeAll(async () => {
  world = await aWorld();
  world.services.mailServer = { smtpUrl: await post.listen(), from: "Rung <no-reply@rung.example>" };
  await turnTo(world, "2026-02-02T15:00:00Z");
});
afterAll(async () => {
  closeMailConnections();
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  await post.close();
  expect(breaks).toEqual([]);
});

const today = (law: Law) => dateIn(zones[law], world.now);

/** Counted on from a Monday, none of the days of these tests is a Sunday. */
const mondayAfter = (day: string) => addDays(day, 7 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Ten in the morning of a day at the debtor's place; the registers have been looked up again. */
async function on(law: Law, day: string) {
  const at = instantAt(zones[law], day, "10:00");
  if (!at) throw new Error(day);
  await passTime(world, { hours: (at.getTime() - world.now.getTime()) / 3_600_000 });
  await world.owner.update(licences).set({ registerCheckedAt: world.now });
}

const typed = (law: Law) => ({
  ...{ collectorAddress: "1 Quince Street\nFresno, CA 93650", creditorAddress: "Demoweg 1, 20095 Hamburg" },
  ...{ supervisor: "Rechtsanwaltskammer Berlin", payTo: "Bank transfer as agreed in the contract" },
  ...{ signatory: "Ada Example, no. 1112223", telephone: "+1 559 555 0100" },
  ...{ itemizationOn: "2026-01-02", answerBy: addDays(today(law), 14), reviewedOn: today(law) },
});

async function rulesAgainst(law: Law, mailed: Mailed, more: Partial<WriteMessage>) {
  const asked = value(await ask(world, mailed, { ...typed(law), ...more }));
  return asked.asked
    ? []
    : asked.decision.findings.filter(({ effect }) => effect !== "warn").map((f) => f.rule);
}

/** Asked for, allowed and sent by the worker, or printed in a batch; the sheets, where there are some. */
async function goesOut(law: Law, mailed: Mailed, more: Partial<WriteMessage>) {
  expect(await rulesAgainst(law, mailed, more), more.template).toEqual([]);
  const at = { clock: async () => world.now };
  const ctx = world.ctx(mailed.lawyer.actor);
  const batch = more.template?.endsWith(".post")
    ? value(await makeBatch(ctx, { key: newId(world.now) }))
    : null;
  if (batch) {
    for (let turn = 0; turn < 3; turn += 1) value(await keepBatches(world.ctx(system), at));
  } else value(await sendMessages(world.ctx(system), at));
  const [message] = await messagesOf(world.owner, mailed.caseId, { limit: 1 });
  expect([message.heldWhy, message.status]).toEqual([null, batch ? "sending" : "sent"]);
  return batch;
}

const aCase = async (law: Law, more: Partial<Parameters<typeof aCaseToWriteOn>[1]> = {}) => {
  const email = `debtor${newId(world.now)}@debtor.example`;
  const lawyer = more.lawyer ?? (await aLawyer(world, { territory: law }));
  const mailed = await aCaseToWriteOn(world, { law, email, lawyer, ...more });
  await verifiedByPost(world, mailed);
  return mailed;
};

const steps = async ({ caseId }: Mailed) =>
  (await eventsOf(world.owner, caseId)).filter(({ payload }) => payload.act?.outcome === "sent");

async function letterOf(law: Law, { lawyer, caseId }: Mailed, template: string, more = {}) {
  const at = { caseId, template, typed: { ...typed(law), ...more } };
  const seen = await writeView(world.ctx(lawyer.actor), at);
  return typeof seen === "string" ? null : seen.letter;
}

async function printedIn({ lawyer }: Mailed, batch: { batchId: string } | null) {
  const file = await readBatchFile(world.ctx(lawyer.actor), batch?.batchId ?? "", "pdf");
  if (!file?.bytes) throw new Error("No sheets");
  const { pages } = await textOf({ bytes: file.bytes, mediaType: mediaTypes.pdf });
  return pages.join(" ").replace(/\s+/g, " ");
}

test("in Germany the demand goes out a week after the first contact and the lawyer's letter a week after it, and not a day sooner", async () => {
  const mailed = await aCase("DE");
  const first = mondayAfter(today("DE"));
  await on("DE", first);
  await goesOut("DE", mailed, { template: "de.first-notice" });
  await on("DE", addDays(first, 3));
  await goesOut("DE", mailed, { template: "de.message", passage: "Bitte melden Sie sich bei uns." });
  await on("DE", addDays(first, 9));
  expect(await rulesAgainst("DE", mailed, { template: "de.demand" })).toEqual(["POL-LADDER-03"]);
  await on("DE", addDays(first, 10));
  expect(await rulesAgainst("DE", mailed, { template: "de.lawyer-letter" })).toContain("POL-LADDER-04");
  await goesOut("DE", mailed, { template: "de.demand" });
  const mail = post.received.at(-1)?.text?.replace(/\s+/g, " ");
  expect(mail).toContain("Mahnung (§ 286 Abs. 1 BGB)");
  expect(mail).toMatch(/spätestens am \d+\. \S+ 2026 eingeht/);
  expect(mail).toContain("Kosten für unsere Tätigkeit fordern wir mit diesem Schreiben nicht");
  expect(mail).toContain("bei wem die Forderung entstanden ist");
  await on("DE", addDays(first, 16));
  expect(await rulesAgainst("DE", mailed, { template: "de.lawyer-letter.post" })).toEqual(["POL-LADDER-04"]);
  await on("DE", addDays(first, 17));
  const batch = await goesOut("DE", mailed, { template: "de.lawyer-letter.post" });
  const printed = await printedIn(mailed, batch);
  expect(printed).toContain("hat uns als Rechtsanwälte mit der Vertretung in dieser Sache beauftragt");
  expect(printed).toContain("verantwortlich für dieses Schreiben: Ada Example");
  expect((await steps(mailed)).map(({ type }) => type)).toEqual([
    ...["reminder", "email", "attempt_blocked", "attempt_blocked", "demand_payment", "attempt_blocked"],
    "lawyer_letter",
  ]);
});

test("a German demand can be the first word to a private person, since it says all that the law asks", async () => {
  const mailed = await aCase("DE", { history: { judgment: "no", reminderSentOn: daysAgo(world, 40) } });
  await on("DE", addDays(today("DE"), 1));
  const rules = await rulesAgainst("DE", mailed, { template: "de.demand.post" });
  expect(rules).not.toContain("DE-NOTICE-01");
  const { supervisor: _, ...less } = typed("DE");
  expect(await ask(world, mailed, { ...less, template: "de.demand.post" })).toMatchObject({
    error: { kind: "field-needed", fields: ["supervisor"] },
  });
});

test("in the United States the demand waits for the end of the validation period, and the attorney's letter for the demand", async () => {
  const mailed = await aCase("US-CA", { history: { judgment: "no", reminderSentOn: daysAgo(world, 30) } });
  await on("US-CA", addDays(today("US-CA"), 1));
  const noticed = today("US-CA");
  const noticeSheets = await goesOut("US-CA", mailed, { template: "us.validation-notice.post", version: 2 });
  const notice = await printedIn(mailed, noticeSheets);
  expect(notice).toContain(
    "Cut here and mail the part below How do you want to respond? Check all that apply:",
  );
  await on("US-CA", addDays(noticed, 8));
  await goesOut("US-CA", mailed, { template: "us.message", passage: "Please call us about this account." });
  const ends = validationEnd(noticed);
  await on("US-CA", ends);
  expect(await rulesAgainst("US-CA", mailed, { template: "us.demand" })).toEqual(["US-ESC-03"]);
  await on("US-CA", addDays(ends, 1));
  await goesOut("US-CA", mailed, { template: "us.demand" });
  const mail = post.received.at(-1)?.text?.replace(/\s+/g, " ");
  expect(mail).toContain("this letter changes none of them.");
  expect(mail).toContain("is a debt collector");
  expect(mail).toMatch(/License number: \S+/);
  expect(mail).toMatch(/To stop receiving e-mails/);
  expect(mail).toContain("To speak with a person about this letter: Ada Example");
  await on("US-CA", addDays(ends, 7));
  expect(await rulesAgainst("US-CA", mailed, { template: "us.lawyer-letter.post" })).toEqual([
    "POL-LADDER-04",
  ]);
  await on("US-CA", addDays(ends, 8));
  await goesOut("US-CA", mailed, { template: "us.lawyer-letter.post" });
  const letter = (await steps(mailed)).at(-1);
  expect([letter?.type, letter?.payload.action?.attorneyReview]).toEqual(["lawyer_letter", true]);
});

const demanded = () => ({
  ...{ judgment: "no", reminderSentOn: daysAgo(world, 100), demandDeliveredOn: daysAgo(world, 40) },
});

test("an attorney's letter says when its signer read the file: not long ago, not to come, and not for another", async () => {
  const mailed = await aCase("US-CA", { history: demanded() });
  await on("US-CA", addDays(today("US-CA"), 1));
  const template = "us.lawyer-letter.post";
  const letter = await letterOf("US-CA", mailed, template);
  expect(letter?.missing).toEqual([]);
  expect(letter?.body).toMatch(/On \w+ \d+, 2026 I read the agreement, the account and the payments/);
  expect(letter?.body).not.toMatch(/\b(?:sue|suit|court|proceedings)\b/i);
  for (const reviewedOn of [addDays(today("US-CA"), 1), addDays(today("US-CA"), -31)]) {
    const asked = await ask(world, mailed, { ...typed("US-CA"), template, reviewedOn });
    expect(asked).toEqual({ ok: false, error: { kind: "letter-incomplete", missing: ["attorneyReview"] } });
  }
  expect(await rulesAgainst("US-CA", mailed, { template })).not.toContain("US-ESC-06");

  const another = { template, signatory: "Somebody Else, no. 1" };
  expect(await rulesAgainst("US-CA", mailed, another)).toContain("US-ESC-06");
  const { lawyer } = mailed;
  const junior = await aColleagueOf(world, lawyer);
  for (const colleague of [junior, lawyer])
    expect(await rulesAgainst("US-CA", { ...mailed, lawyer: colleague }, { template })).toContain(
      "US-ESC-06",
    );
  const [{ id: licenceId }] = await world.owner
    .select()
    .from(licences)
    .where(eq(licences.orgId, lawyer.orgId));
  value(await nameHolder(world.ctx(lawyer.actor), { licenceId, holderUserId: lawyer.userId }));
  expect(await rulesAgainst("US-CA", mailed, { template })).not.toContain("US-ESC-06");
  expect(await rulesAgainst("US-CA", { ...mailed, lawyer: junior }, { template })).toContain("US-ESC-06");
  value(await supervise(world.ctx(lawyer.actor), { userId: junior.userId, supervisorUserId: lawyer.userId }));
  expect(await rulesAgainst("US-CA", { ...mailed, lawyer: junior }, { template })).toContain("US-ESC-06");
});

test("a demand gives fourteen days: with a day less it cannot be issued", async () => {
  for (const [law, template] of [
    ["US-CA", "us.demand"],
    ["DE", "de.demand"],
  ] as const) {
    const mailed = await aCase(law);
    await on(law, addDays(today(law), 1));
    const answerBy = addDays(today(law), 13);
    expect(await ask(world, mailed, { ...typed(law), template, answerBy })).toMatchObject({
      error: { kind: "letter-incomplete", missing: expect.arrayContaining(["answerDeadline"]) },
    });
  }
});

test("no demand and no attorney's letter goes out about a claim that appears time-barred until a lawyer records why it is not", async () => {
  const dueOn = "2019-06-03";
  const old = await aCase("US-CA", { claim: { dueOn, contractOn: "2019-01-03" }, history: demanded() });
  const young = await aCase("US-CA", { history: demanded() });
  await on("US-CA", addDays(today("US-CA"), 1));
  for (const template of ["us.demand", "us.demand.post", "us.lawyer-letter", "us.lawyer-letter.post"]) {
    const asked = value(await ask(world, old, { ...typed("US-CA"), template }));
    const findings = asked.asked ? [] : asked.decision.findings;
    const barred = findings.filter(({ message }) => message.key === "silent_on_time");
    expect(
      barred.map(({ rule }) => rule),
      template,
    ).toContain("US-ESC-05");
    expect(barred.flatMap(({ unblockedBy }) => unblockedBy)).not.toContain("leave_out_threat");
    expect(findings.map(({ rule }) => rule)).not.toContain("X-05");
    const rules = await rulesAgainst("US-CA", young, { template });
    expect(rules, template).not.toContain("US-ESC-05");
  }
  const note = "It was acknowledged in writing, see the paper.";
  const statement = { type: "limitation_statement", lastDay: "2030-01-01", note } as const;
  const { lawyer, caseId } = old;
  const told = { caseId, occurredOn: today("US-CA"), proof: aPdf("acknowledgment.pdf"), ...statement };
  value(await recordFact(world.ctx(lawyer.actor), told));
  expect(await rulesAgainst("US-CA", old, { template: "us.demand" })).not.toContain("US-ESC-05");
});

test("an agency writes no lawyer's letter, in either law", async () => {
  for (const law of ["DE", "US-CA"] as const) {
    const kind = law === "DE" ? "inkasso_registration" : "agency_licence";
    const agency = await aPerson(world, "agency");
    const lawyer = { ...agency, licenceId: await licensed(world, agency, { kind, territory: law }) };
    const mailed = await aCase(law, { lawyer, history: demanded(), goal: { goal: "amicable" } });
    await on(law, addDays(today(law), 1));
    const template = law === "DE" ? "de.lawyer-letter.post" : "us.lawyer-letter.post";
    expect(await rulesAgainst(law, mailed, { template })).toContain("POL-LADDER-04");
  }
});
