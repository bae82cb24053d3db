import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { writeView } from "#app/use-cases/contact/contact-view.server.ts";
import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import { makeBatch } from "#app/use-cases/contact/make-batch.server.ts";
import { stepView } from "#app/use-cases/timeline/step-view.server.ts";
import { letterBatches } from "#db/schema/contact.ts";
import {
  aCaseToClaim,
  aCompany,
  letterOfClaim,
  londonZone,
  printed,
  rulesOf,
} from "#test/support/claim-letters.ts";
import { ask, type Mailed, toMorning } from "#test/support/contact.ts";
import { daysAgo } from "#test/support/market.ts";
import { allForms, keptForm } from "#test/support/prescribed-forms.ts";
import { aWorld, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

test("without the forms it encloses, the letter of claim cannot be issued, and it is said which are missing", async () => {
  const mailed = await aCaseToClaim(world);
  expect(await ask(world, mailed, letterOfClaim)).toEqual({
    ok: false,
    error: { kind: "letter-incomplete", missing: ["informationSheet", "replyForm", "financialStatement"] },
  });
  await keptForm(world, { form: "replyForm", edition: "Tests, 2025" });
  const asked = await ask(world, mailed, letterOfClaim);
  expect(asked).toMatchObject({ error: { missing: ["informationSheet", "financialStatement"] } });
});

test("with them it goes out: the letter, then each form unaltered in its order, and the log says which", async () => {
  await allForms(world);
  const mailed = await aCaseToClaim(world);
  expect(await rulesOf(world, mailed)).toEqual([]);
  const { batch, pages, event } = await printed(world, mailed);
  const letter = pages.length - 6;
  expect(batch.pages).toBe(pages.length);
  expect(pages.slice(0, letter).join("")).toContain("Enclosed: Reply Form (Tests, 2026)");
  expect(pages.slice(letter).map((text) => text.trim())).toEqual(
    ["informationSheet", "replyForm", "financialStatement"].flatMap((form) =>
      [1, 2].map((page) => `${form} Tests, 2026 ${page}`),
    ),
  );
  const today = dateIn(londonZone, world.now);
  expect(event?.payload).toMatchObject({
    act: { channel: "post", letterDate: today },
    refs: { template: "gb.letter-of-claim.post", paperHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test("the claim in court waits until thirty days after its date are over", async () => {
  const mailed = await aCaseToClaim(world);
  const suit = async () => {
    const view = await stepView(world.ctx(mailed.lawyer.actor), mailed.caseId, "file_suit");
    const findings = view?.steps[0].decision.findings ?? [];
    return findings.filter(({ effect }) => effect !== "warn").map(({ rule }) => rule);
  };
  expect(await suit()).toContain("GB-ESC-01");
  value(await ask(world, mailed, letterOfClaim));
  await printed(world, mailed);
  expect(await suit()).toContain("GB-ESC-03");
  expect(await suit()).not.toContain("GB-ESC-01");
  await toMorning(world, londonZone, 29);
  expect(await suit()).toContain("GB-ESC-03");
  await toMorning(world, londonZone, 3);
  expect(await suit()).not.toContain("GB-ESC-03");
});

test("another edition that came between asking and printing is the one that is enclosed and named", async () => {
  const mailed = await aCaseToClaim(world);
  value(await ask(world, mailed, letterOfClaim));
  await keptForm(world, { form: "replyForm", edition: "Tests, 2027", pages: 3 });
  const { pages } = await printed(world, mailed);
  expect(pages.join("\n")).toContain("Enclosed: Reply Form (Tests, 2027)");
  expect(pages.filter((text) => text.includes("replyForm Tests"))).toHaveLength(3);
  await keptForm(world, { form: "replyForm" });
});

test("the answers the protocol asks for must be given, and a debt that was assigned names from whom and when", async () => {
  const mailed = await aCaseToClaim(world);
  const { agreement: _, instalments: __, ...short } = letterOfClaim;
  expect(await ask(world, mailed, short)).toMatchObject({
    error: { kind: "field-needed", fields: ["agreement", "instalments"] },
  });

  const assigned = await aCaseToClaim(world, {
    claim: { assigned: "yes", assignmentDeliveredOn: daysAgo(world, 70) },
  });
  expect(await ask(world, assigned, letterOfClaim)).toMatchObject({
    error: { kind: "letter-incomplete", missing: ["assignmentDetails"] },
  });
  const whole = { ...letterOfClaim, formerCreditor: "Medlar & Co", assignedOn: daysAgo(world, 80) };
  expect(value(await ask(world, assigned, whole))).toMatchObject({ asked: true });
});

test("what bars a claim bars its letter: a debt past its limitation, and a letter of the protocol to a company", async () => {
  const old = { dueOn: daysAgo(world, 7 * 366), contractOn: daysAgo(world, 7 * 366 + 30) };
  expect(await rulesOf(world, await aCaseToClaim(world, { claim: old }))).toContain("X-05");
  const other = await aCaseToClaim(world, aCompany);
  expect(await rulesOf(world, other)).toContain("GB-NOTICE-04");
});

test("its words are read like any others: a threat in the agreement is found", async () => {
  const words = { ...letterOfClaim, agreement: "Pay or we tell your employer and your neighbours." };
  expect((await rulesOf(world, await aCaseToClaim(world), words)).length).toBeGreaterThan(0);
});

test("the preview names each form by its edition", async () => {
  const mailed = await aCaseToClaim(world);
  const { template, ...typed } = letterOfClaim;
  const seen = await writeView(world.ctx(mailed.lawyer.actor), {
    ...{ caseId: mailed.caseId, template },
    typed: { ...typed, payTo: "To the account in the contract" },
  });
  if (typeof seen === "string" || !seen.letter) throw new Error("no letter");
  expect(seen.letter.missing).toEqual([]);
  expect(seen.letter.body).toContain("Enclosed: Financial Statement (Tests, 2026)");
});

test("a rate of interest that was agreed has no place in the statement, and the letter is not written without it", async () => {
  const agreed = await aCaseToClaim(world, { claim: { interest: "agreed", agreedRate: "8" } });
  expect(await ask(world, agreed, letterOfClaim)).toMatchObject({
    error: { kind: "letter-incomplete", missing: expect.arrayContaining(["statement"]) },
  });
});

test("what one firm's letters enclose and nobody can read holds up that firm's batch, and no other's", async () => {
  const [theirs, other] = [await aCaseToClaim(world), await aCaseToClaim(world)];
  value(await ask(world, theirs, letterOfClaim));
  value(
    await ask(world, other, {
      ...letterOfClaim,
      template: "gb.letter.post",
      passage: "Please get in touch with us.",
    }),
  );
  for (const { lawyer } of [theirs, other])
    value(await makeBatch(world.ctx(lawyer.actor), { key: newId(world.now) }));
  const gone = { ...world.services.documents, get: async () => null };
  const sweep = () =>
    keepBatches({ ...world.ctx(system), documents: gone }, { clock: async () => world.now });
  for (let at = 0; at < 6; at += 1)
    await sweep().catch((failure) => expect(failure).toBeInstanceOf(AggregateError));
  await expect(sweep()).rejects.toThrow(AggregateError);
  const states = await world.owner.select().from(letterBatches);
  const stateOf = ({ lawyer }: Mailed) => states.find(({ madeBy }) => madeBy === lawyer.userId)?.state;
  expect([stateOf(theirs), stateOf(other)]).toEqual(["drawing", "ready"]);
  while (value(await keepBatches(world.ctx(system), { clock: async () => world.now })) > 0);
});

test("whoever is about to record a letter that the product writes is led to it; a step that nobody writes here leads nowhere", async () => {
  const { lawyer, caseId } = await aCaseToClaim(world);
  const led = async (type: StepType) =>
    (await stepView(world.ctx(lawyer.actor), caseId, type))?.templates.map(({ id }) => id);
  expect(await led("demand_payment")).toEqual(["gb.letter-of-claim.post", "gb.company-letter.post"]);
  expect(await led("notice_of_intention")).toEqual(["gb.intention.post"]);
  expect(await led("file_suit")).toEqual([]);
});
