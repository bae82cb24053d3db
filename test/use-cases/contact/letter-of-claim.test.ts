import { desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { WriteMessage } from "#app/domain/contact/forms.ts";
import { shownKinds } from "#app/domain/debtors/papers.ts";
import { newId } from "#app/domain/ids.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { readInThread } from "#app/gateways/reading-thread.server.ts";
import { writeView } from "#app/use-cases/contact/contact-view.server.ts";
import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import { makeBatch } from "#app/use-cases/contact/make-batch.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { stepView } from "#app/use-cases/timeline/step-view.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { letterBatches } from "#db/schema/contact.ts";
import { aCaseToWriteOn, ask, type Mailed, toMorning, verifiedByPost } from "#test/support/contact.ts";
import { daysAgo } from "#test/support/market.ts";
import { allForms, keptForm } from "#test/support/prescribed-forms.ts";
import { aLawyer, aWorld, turnTo, value, type World } from "#test/support/world.ts";

const zone = "Europe/London";
let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

let made = 0;
async function aCase(
  more: { claim?: Record<string, string>; debtor?: Record<string, string> } = {},
): Promise<Mailed> {
  made += 1;
  const lawyer = await aLawyer(world, { territory: "GB-EW" });
  const history = { judgment: "no", reminderSentOn: daysAgo(world, 40) };
  const email = `hattie.claim${made}@hollyhock.example`;
  const mailed = await aCaseToWriteOn(world, { law: "GB-EW", email, lawyer, history, ...more });
  await verifiedByPost(world, mailed);
  await toMorning(world, zone);
  value(await ask(world, mailed, { template: "gb.message", passage: "Please get in touch with us." }));
  while (value(await sendMessages({ ...world.ctx(system), mailServer: null })) > 0);
  await toMorning(world, zone, 9);
  return mailed;
}

const letterOfClaim = {
  ...{ template: "gb.letter-of-claim.post", collectorAddress: "1 Quince Street, Leeds" },
  agreement: "In writing, of 2 October 2025, between Plum & Sons and you.",
  ...{ interest: "None is being added.", instalments: "None are offered or paid." },
};

test("without the forms it encloses, the letter of claim cannot be issued, and it is said which are missing", async () => {
  const mailed = await aCase();
  expect(await ask(world, mailed, letterOfClaim)).toEqual({
    ok: false,
    error: { kind: "letter-incomplete", missing: ["informationSheet", "replyForm", "financialStatement"] },
  });
  await keptForm(world, { form: "replyForm", edition: "Tests, 2025" });
  const asked = await ask(world, mailed, letterOfClaim);
  expect(asked).toMatchObject({ error: { missing: ["informationSheet", "financialStatement"] } });
});

/** Asks for it, and prints it alone: the file, and the entry of the log that counts it. */
async function printed({ lawyer, caseId }: Mailed) {
  const key = newId(world.now);
  value(await makeBatch(world.ctx(lawyer.actor), { key }));
  while (value(await keepBatches(world.ctx(system), { clock: async () => world.now })) > 0);
  const batches = await world.owner.select().from(letterBatches).orderBy(desc(letterBatches.madeAt));
  const [batch] = batches.filter(({ madeBy }) => madeBy === lawyer.userId);
  const bytes = await world.services.documents.get(world.db, batch.documentHash ?? "");
  const pages = await readInThread(bytes ?? new Uint8Array(), { as: "pdf" });
  const event = (await eventsOf(world.owner, caseId)).find(({ type }) => type === "demand_payment");
  return { batch, pages: pages.pages, event };
}

test("with them it goes out: the letter, then each form unaltered in its order, and the log says which", async () => {
  await allForms(world);
  const mailed = await aCase();
  expect(await rulesOf(mailed)).toEqual([]);
  const { batch, pages, event } = await printed(mailed);
  const letter = pages.length - 6;
  expect(batch.pages).toBe(pages.length);
  expect(pages.slice(0, letter).join("")).toContain("Enclosed: Reply Form (Tests, 2026)");
  expect(pages.slice(letter).map((text) => text.trim())).toEqual(
    ["informationSheet", "replyForm", "financialStatement"].flatMap((form) =>
      [1, 2].map((page) => `${form} Tests, 2026 ${page}`),
    ),
  );
  const today = dateIn(zone, world.now);
  expect(event?.payload).toMatchObject({
    act: { channel: "post", letterDate: today },
    refs: { template: "gb.letter-of-claim.post", paperHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test("the claim in court waits until thirty days after its date are over", async () => {
  const mailed = await aCase();
  const suit = async () => {
    const view = await stepView(world.ctx(mailed.lawyer.actor), mailed.caseId, "file_suit");
    const findings = view?.steps[0].decision.findings ?? [];
    return findings.filter(({ effect }) => effect !== "warn").map(({ rule }) => rule);
  };
  expect(await suit()).toContain("GB-ESC-01");
  value(await ask(world, mailed, letterOfClaim));
  await printed(mailed);
  expect(await suit()).toContain("GB-ESC-03");
  expect(await suit()).not.toContain("GB-ESC-01");
  await toMorning(world, zone, 29);
  expect(await suit()).toContain("GB-ESC-03");
  await toMorning(world, zone, 3);
  expect(await suit()).not.toContain("GB-ESC-03");
});

test("another edition that came between asking and printing is the one that is enclosed and named", async () => {
  const mailed = await aCase();
  value(await ask(world, mailed, letterOfClaim));
  await keptForm(world, { form: "replyForm", edition: "Tests, 2027", pages: 3 });
  const { pages } = await printed(mailed);
  expect(pages.join("\n")).toContain("Enclosed: Reply Form (Tests, 2027)");
  expect(pages.filter((text) => text.includes("replyForm Tests"))).toHaveLength(3);
  await keptForm(world, { form: "replyForm" });
});

test("the answers the protocol asks for must be given, and a debt that was assigned names from whom and when", async () => {
  const mailed = await aCase();
  const { agreement: _, instalments: __, ...short } = letterOfClaim;
  expect(await ask(world, mailed, short)).toMatchObject({
    error: { kind: "field-needed", fields: ["agreement", "instalments"] },
  });

  const assigned = await aCase({ claim: { assigned: "yes", assignmentDeliveredOn: daysAgo(world, 70) } });
  expect(await ask(world, assigned, letterOfClaim)).toMatchObject({
    error: { kind: "letter-incomplete", missing: ["assignmentDetails"] },
  });
  const whole = { ...letterOfClaim, formerCreditor: "Medlar & Co", assignedOn: daysAgo(world, 80) };
  expect(value(await ask(world, assigned, whole))).toMatchObject({ asked: true });
});

const rulesOf = async (mailed: Mailed, letter: Partial<WriteMessage> = letterOfClaim) => {
  const asked = value(await ask(world, mailed, letter));
  return asked.asked ? [] : asked.decision.findings.map(({ rule }) => rule);
};

test("what bars a claim bars its letter: a debt past its limitation, and a letter of the protocol to a company", async () => {
  const old = { dueOn: daysAgo(world, 7 * 366), contractOn: daysAgo(world, 7 * 366 + 30) };
  expect(await rulesOf(await aCase({ claim: old }))).toContain("X-05");
  const other = await aCase({
    debtor: { kind: "company", name: "Hollyhock Ltd" },
    claim: { purpose: "commercial" },
  });
  expect(await rulesOf(other)).toContain("GB-NOTICE-04");
});

test("its words are read like any others: a threat in the agreement is found", async () => {
  const words = { ...letterOfClaim, agreement: "Pay or we tell your employer and your neighbours." };
  expect((await rulesOf(await aCase(), words)).length).toBeGreaterThan(0);
});

test("the preview names each form by its edition", async () => {
  const mailed = await aCase();
  const { template, ...typed } = letterOfClaim;
  const seen = await writeView(world.ctx(mailed.lawyer.actor), {
    ...{ caseId: mailed.caseId, template },
    typed: { ...typed, payTo: "To the account in the contract" },
  });
  if (typeof seen === "string" || !seen.letter) throw new Error("no letter");
  expect(seen.letter.missing).toEqual([]);
  expect(seen.letter.body).toContain("Enclosed: Financial Statement (Tests, 2026)");
});

const companyLetter = {
  ...{ template: "gb.company-letter.post", collectorAddress: "1 Quince Street, Leeds" },
  agreement: "A written contract of 2 October 2025 for cleaning services.",
  facts: "The work was done in October and invoiced on the last day of it. Nobody complained.",
};
const company = { kind: "company", name: "Hollyhock Ltd" };

test("a company's letter of claim names the papers that it can open at the door; to a private person the law refuses it", async () => {
  const mailed = await aCase({ debtor: company, claim: { purpose: "commercial" } });
  expect(await rulesOf(mailed, companyLetter)).toEqual([]);
  const { pages, event } = await printed(mailed);
  const papers = (await evidenceOf(world.db, world.services, mailed.caseId))
    .filter(({ kind }) => shownKinds.has(kind))
    .map(({ title }) => title);
  expect(papers.length).toBeGreaterThan(0);
  for (const title of papers) expect(pages.join(" ")).toContain(title);
  expect(event?.payload.refs).toMatchObject({ template: "gb.company-letter.post" });
  const suit = await stepView(world.ctx(mailed.lawyer.actor), mailed.caseId, "file_suit");
  expect(suit?.steps[0].decision.findings.map(({ rule }) => rule)).toContain("GB-COV-02");
  expect(await rulesOf(await aCase(), companyLetter)).toContain("GB-NOTICE-01");
});

test("the notice of intention names the first day after its fourteen, which is the day the engine counts to", async () => {
  const mailed = await aCase();
  const notice = {
    ...{ template: "gb.intention.post", collectorAddress: "1 Quince Street, Leeds" },
    unresolved: "You say the work was late. The contract has no date for it.",
  };
  const { template, ...typed } = notice;
  const seen = await writeView(world.ctx(mailed.lawyer.actor), { caseId: mailed.caseId, template, typed });
  if (typeof seen === "string" || !seen.letter) throw new Error("no letter");
  const first = addDays(dateIn(zone, world.now), 15);
  const said = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(first),
  );
  expect(seen.letter.missing).toEqual([]);
  expect(seen.letter.body).toContain(said);
  expect(await rulesOf(mailed, notice)).toEqual([]);
});

test("whoever is about to record a letter that the product writes is led to it; a step that nobody writes here leads nowhere", async () => {
  const { lawyer, caseId } = await aCase();
  const led = async (type: StepType) =>
    (await stepView(world.ctx(lawyer.actor), caseId, type))?.templates.map(({ id }) => id);
  expect(await led("demand_payment")).toEqual(["gb.letter-of-claim.post", "gb.company-letter.post"]);
  expect(await led("notice_of_intention")).toEqual(["gb.intention.post"]);
  expect(await led("file_suit")).toEqual([]);
});
