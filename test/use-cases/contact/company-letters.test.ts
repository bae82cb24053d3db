import { afterAll, beforeAll, expect, test } from "vitest";
import { shownKinds } from "#app/domain/debtors/papers.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { writeView } from "#app/use-cases/contact/contact-view.server.ts";
import { addEvidence } from "#app/use-cases/evidence/add-evidence.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { stepView } from "#app/use-cases/timeline/step-view.server.ts";
import {
  aCaseToClaim,
  aCompany,
  companyLetter,
  letterOfClaim,
  londonZone,
  printed,
  rulesOf,
} from "#test/support/claim-letters.ts";
import { ask, type Mailed, toMorning } from "#test/support/contact.ts";
import { allForms } from "#test/support/prescribed-forms.ts";
import { aPdf, aWorld, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-02T09:00:00Z");
  await allForms(world);
});
afterAll(() => world.close());

test("a company's letter of claim names the papers that it can open at the door; to a private person the law refuses it", async () => {
  const mailed = await aCaseToClaim(world, aCompany);
  expect(await rulesOf(world, mailed, companyLetter)).toEqual([]);
  const { pages, event } = await printed(world, mailed);
  const papers = (await evidenceOf(world.db, world.services, mailed.caseId))
    .filter(({ kind }) => shownKinds.has(kind))
    .map(({ title }) => title);
  expect(papers.length).toBeGreaterThan(0);
  for (const title of papers) expect(pages.join(" ")).toContain(title);
  expect(event?.payload.refs).toMatchObject({ template: "gb.company-letter.post" });
  const suit = await stepView(world.ctx(mailed.lawyer.actor), mailed.caseId, "file_suit");
  expect(suit?.steps[0].decision.findings.map(({ rule }) => rule)).toContain("GB-COV-02");
  expect(await rulesOf(world, await aCaseToClaim(world), companyLetter)).toContain("GB-NOTICE-01");
});

const notice = {
  ...{ template: "gb.intention.post", collectorAddress: "1 Quince Street, Leeds" },
  unresolved: "You say the work was late. The contract has no date for it.",
};

/** The debtor answers, as the collector records it. */
async function answered({ lawyer, caseId }: Mailed) {
  const today = dateIn(londonZone, world.now);
  value(
    await recordFact(world.ctx(lawyer.actor), {
      ...{ caseId, type: "reply", occurredOn: today, sentOn: today, note: "Says the work was late." },
      proof: aPdf("reply.pdf", caseId),
    }),
  );
}

test("a notice of intention needs a letter of claim to a private person and the answer to it", async () => {
  const never = await aCaseToClaim(world);
  expect(await ask(world, never, notice)).toMatchObject({
    ok: false,
    error: { missing: expect.arrayContaining(["protocolExchange"]) },
  });
  await answered(never);
  expect(await ask(world, never, notice)).toMatchObject({ ok: false });
  const silent = await aCaseToClaim(world);
  value(await ask(world, silent, letterOfClaim));
  await printed(world, silent);
  expect(await ask(world, silent, notice)).toMatchObject({ ok: false });
  const other = await aCaseToClaim(world, aCompany);
  value(await ask(world, other, companyLetter));
  await printed(world, other);
  await answered(other);
  expect(await ask(world, other, notice)).toMatchObject({ ok: false });
});

test("it names both by their days, and the first day after its fourteen, which is the day the engine counts to", async () => {
  const mailed = await aCaseToClaim(world);
  value(await ask(world, mailed, letterOfClaim));
  await printed(world, mailed);
  const letterOn = dateIn(londonZone, world.now);
  await toMorning(world, londonZone, 3);
  await answered(mailed);
  const { template, ...typed } = notice;
  const seen = await writeView(world.ctx(mailed.lawyer.actor), { caseId: mailed.caseId, template, typed });
  if (typeof seen === "string" || !seen.letter) throw new Error("no letter");
  const today = dateIn(londonZone, world.now);
  const say = (on: string) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(on));
  expect(seen.letter.missing).toEqual([]);
  for (const on of [letterOn, today, addDays(today, 15)]) expect(seen.letter.body).toContain(say(on));
});

test("a company's letter names the newest version of a paper, and titles are read like typed words", async () => {
  const mailed = await aCaseToClaim(world, aCompany);
  const { caseId, creditor, lawyer } = mailed;
  const entitled = (title: string, replaces?: string) =>
    addEvidence(world.ctx(creditor.actor), {
      ...{ caseId, kind: "contract", title, replaces, file: aPdf("paper.pdf", `${caseId}${title}`) },
    });
  const { template, ...typed } = companyLetter;
  const letter = async () => {
    const seen = await writeView(world.ctx(lawyer.actor), { caseId, template, typed });
    return typeof seen === "string" ? "" : (seen.letter?.body ?? "");
  };
  value(await entitled("Order of May"));
  expect(await letter()).toContain("Order of May");
  const may = (await evidenceOf(world.db, world.services, caseId)).find(
    ({ title }) => title === "Order of May",
  );
  value(await entitled("Order of June", may?.id));
  expect(await letter()).toContain("Order of June");
  expect(await letter()).not.toContain("Order of May");
  expect(await rulesOf(world, mailed, companyLetter)).toEqual([]);
  value(await entitled("Pay or we tell your employer and your neighbours."));
  expect(await rulesOf(world, mailed, companyLetter)).toContain("X-05");
});
