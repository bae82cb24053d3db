import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { ExportSubject, type SubjectExport } from "#app/domain/debtors/subject-export.ts";
import { newId } from "#app/domain/ids.ts";
import { doorLanguages } from "#app/messages/door/languages.ts";
import { exportAtDoor, exportFile, exportOnRequest } from "#app/use-cases/debtors/export-subject.server.ts";
import { exportText } from "#app/use-cases/debtors/export-text.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { addEvidence } from "#app/use-cases/evidence/add-evidence.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { showDetails } from "#app/use-cases/privacy/show-details.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { auditEntries } from "#db/schema/accounts.ts";
import type { Mailed } from "#test/support/contact.ts";
import { aMessage } from "#test/support/conversation.ts";
import { aCaseWithALetter, aVisit, codeOn } from "#test/support/door.ts";
import { tellFact } from "#test/support/ladder.ts";
import { terms } from "#test/support/market.ts";
import { aPdf, aWorld, passTime, theAdmin, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  one = await aCaseWithALetter(world);
}, 60_000);
afterAll(() => world.close());

const inWords = (found: SubjectExport, language: (typeof doorLanguages)[number] = "en") =>
  JSON.stringify(exportText(found, language));
const audited = async (operation: string) =>
  (
    await world.owner
      .select({ details: auditEntries.details })
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, one.caseId), eq(auditEntries.operation, operation)))
      .orderBy(desc(auditEntries.at))
  ).map(({ details }) => details);

test("a debtor reads all that is kept about them, in words and as data, from one gathering", async () => {
  const pay = { caseId: one.caseId, type: "payment", payee: "collector", amount: "200.00" } as const;
  value(await tellFact(world, one.lawyer, pay));
  const visit = await aVisit(world, one);
  const words = "It was 2,000 🙂 بيان <b>{name}</b>";
  value(await say(visit, { kind: "dispute", key: newId(world.now), reason: "amount", words }));
  const found = value(await exportAtDoor(visit));
  expect(found).toMatchObject({
    person: { name: "Hattie Hollyhock", address: "4 Marmalade Row, Leeds", email: one.email },
    payments: [{ amount: 20_000, receipt: expect.stringMatching(/^RCT-/) }],
    statements: [{ kind: "dispute", reason: "amount", words }],
    letters: [{ channel: "email", body: expect.stringContaining("3,200") }],
  });
  expect(found.claim.total).toBe(300_000);
  expect(found.sights).toContainEqual(
    expect.objectContaining({ role: "debtor", organization: null, purpose: "debtor-access" }),
  );
  for (const language of doorLanguages) {
    const text = inWords(found, language);
    expect(text).not.toMatch(/"(data|claim|past|said|paid)\.[a-z_.]+"|\{(day|firm|case)\}/);
    for (const each of [
      "Hattie Hollyhock",
      "4 Marmalade Row, Leeds",
      "RCT-",
      JSON.stringify(words).slice(1, -1),
    ])
      expect(text, language).toContain(each);
    const pdf = await exportFile(found, { form: "pdf", language });
    expect(pdf.form === "pdf" && Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe("%PDF-");
  }
  const json = await exportFile(found, { form: "json", language: "en" });
  expect(json.form === "json" && JSON.parse(json.text)).toEqual(found);
});

test("nothing of bids, aims, the parties' own talk, others' words, colleagues, codes or another debtor is in it", async () => {
  const talk = "We could settle for half, between us.";
  await aMessage(world, one.creditor, { caseId: one.caseId, body: talk });
  const note = "The neighbour says that the debtor drinks.";
  value(await tellFact(world, one.lawyer, { caseId: one.caseId, type: "reply", note }));
  const title = "What the neighbour wrote";
  value(
    await addEvidence(world.ctx(one.lawyer.actor), {
      ...{ caseId: one.caseId, kind: "correspondence", title, file: aPdf("neighbour.pdf", one.caseId) },
    }),
  );
  const other = await aCaseWithALetter(world);
  const visit = await aVisit(world, one);
  const found = value(await exportAtDoor(visit));
  const all = JSON.stringify(found) + doorLanguages.map((each) => inWords(found, each)).join("");
  const secret = [
    ...[talk, note, title, terms().plan, "success", "up_to_lawsuit", "1500"],
    ...[other.email, other.caseId, one.lawyer.userId, one.creditor.userId],
    ...[await codeOn(world, one), await codeOn(world, other)],
  ];
  for (const each of secret) expect(all, each).not.toContain(each);
  expect(Object.keys(found).sort()).toEqual(
    ["case", "claim", "contacts", "form", "kind", "letters", "madeAt", "papers", "payments"]
      .concat(["person", "place", "requests", "sights", "statements", "zone"])
      .sort(),
  );
});

test("each look is a sight of its own, and the eleventh of a day is refused whatever the visit", async () => {
  for (let looks = 0; looks < 10; looks += 1) value(await exportAtDoor(await aVisit(world, one)));
  expect(await exportAtDoor(await aVisit(world, one))).toMatchObject({ error: { kind: "too-many" } });
  const sights = (await audited("door.seen")).filter(({ sight }) => sight === "export");
  expect(sights).toHaveLength(10);
}, 60_000);

test("an administrator takes it out on a request that is named, which the debtor reads afterwards; nobody else does", async () => {
  const asks = { caseId: one.caseId, reason: "subject_request" as const, request: "2026-01/17" };
  const admin = await theAdmin(world);
  const found = value(await exportOnRequest(world.ctx(admin.actor), asks));
  expect(found.person?.name).toBe("Hattie Hollyhock");
  const [entry] = await audited("debtor.exported");
  expect(entry).toEqual({ purpose: "subject_request", request: "2026-01/17" });
  for (const person of [one.lawyer, one.creditor])
    expect(await exportOnRequest(world.ctx(person.actor), asks)).toMatchObject({
      error: { kind: "case-not-found" },
    });
  expect(await audited("debtor.exported")).toHaveLength(1);
  const visit = await aVisit(world, one);
  const { sights } = value(await exportAtDoor(visit));
  expect(sights).toContainEqual(expect.objectContaining({ role: "platform", purpose: "subject_request" }));
});

test("the debtor reads who of which firm looked, what for and at what, a day and purpose at a time, and nobody's name", async () => {
  const look = (at: Date) =>
    showDetails(world.ctx(one.lawyer.actor, at), { caseId: one.caseId, purpose: "court_paper" });
  value(await look(new Date(world.now.getTime() - 20 * 60_000)));
  value(await look(world.now));
  const found = value(await exportAtDoor(await aVisit(world, one)));
  const papers = found.sights.filter(({ purpose }) => purpose === "court_paper");
  expect(papers).toEqual([
    {
      ...{ at: world.now.toISOString(), role: "lawyer", purpose: "court_paper" },
      organization: expect.any(String),
      fields: ["address", "email", "phone"],
    },
  ]);
  expect(JSON.stringify(found.sights)).not.toContain("Ada Example");
  for (const language of doorLanguages) expect(inWords(found, language)).not.toContain("court_paper");
  expect(inWords(found, "en")).toContain("To prepare a court paper (Address, E-mail, Phone)");
});

test("a request is named by a number and by nothing that is about a person", () => {
  const read = (given: Record<string, string>) =>
    ExportSubject.safeParse({ caseId: one.caseId, reason: "court_order", request: "C 17/26", ...given })
      .success;
  expect(read({})).toBe(true);
  for (const request of ["", "王小明", "a@b", "x".repeat(41), "<b>"])
    expect(read({ request }), request).toBe(false);
  expect(read({ reason: "curiosity" })).toBe(false);
});

test("once the debtor is erased the export says so and holds no name", async () => {
  const closing = { caseId: one.caseId, closing: "closed_withdrawn", note: "Nothing more." } as const;
  value(await closeCase(world.ctx(one.creditor.actor), closing));
  await passTime(world, { days: 8 * 366 });
  value(await keepRetention(world.ctx(system), { limit: 1_000 }));
  const admin = await theAdmin(world);
  const asks = { caseId: one.caseId, reason: "court_order" as const, request: "C 17/26" };
  const found = value(await exportOnRequest(world.ctx(admin.actor), asks));
  expect(found).toMatchObject({ person: null, claim: { description: null } });
  expect(inWords(found)).toContain("have been erased");
  expect(found.letters).toEqual([]);
  expect(JSON.stringify(found)).not.toContain("Hollyhock");
});
