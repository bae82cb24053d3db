import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as addressPage, action as makeAddress } from "#app/routes/account.calendar._index.tsx";
import { action as endAddress } from "#app/routes/account.calendar.end.tsx";
import { loader as feed } from "#app/routes/calendar.$token.ts";
import { loader as caseDates } from "#app/routes/cases.$caseId.dates[.]ics.ts";
import { deleteAccount } from "#app/use-cases/accounts/delete-account.server.ts";
import { calendarFeeds, users } from "#db/schema/accounts.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase, anOpenRound, canary } from "#test/support/market.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aLawyer, aWorld, goodPassword, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let creditor: Person;
let caseId: string;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  ({ caseId, creditor } = await anEngagedCase(world, lawyer));
});
afterAll(() => world.close());

async function anAddress(by: Person): Promise<string> {
  const { body } = await answerOf(makeAddress(asked(world, { by, path: "/account/calendar", form: {} })));
  const { address } = body as { address: string };
  const token = /\/calendar\/([\w-]{43})\.ics$/.exec(address)?.[1];
  if (!token) throw new Error(`Not an address: ${address}`);
  return token;
}

async function readFeed(token: string) {
  const path = `/calendar/${token}.ics`;
  const { status, headers, response } = await answerOf(
    feed(asked(world, { path, params: { token: `${token}.ics` } })),
  );
  return { status, headers, text: status === 200 ? ((await response?.text()) ?? "") : "" };
}

/** Read back by a parser that is not the writer's. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => ({
    component,
    event: new ICAL.Event(component),
    alarms: component
      .getAllSubcomponents("valarm")
      .map((alarm) => String(alarm.getFirstPropertyValue("trigger"))),
  }));
}
const limitationIn = (text: string) => {
  const found = eventsIn(text).find(({ event }) => event.summary.match(/Last day to sue|起诉的最后一日/));
  if (!found) throw new Error(text);
  return found;
};

test("a calendar is whole days by RFC 5545 with alarms, in lines that end and fold as it says", async () => {
  const { status, headers, text } = await readFeed(await anAddress(creditor));
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("text/calendar");
  expect(headers.get("cache-control")).toContain("no-store");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lines = text.split("\r\n");
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(lines).toEqual(
    expect.arrayContaining(["METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "VERSION:2.0"]),
  );
  const { event, alarms } = limitationIn(text);
  expect(event.startDate.isDate).toBe(true);
  expect(text).toMatch(/DTSTART;VALUE=DATE:\d{8}\r\n/);
  expect(alarms.sort()).toEqual(["-P180D", "-P30D", "-P7D", "-P90D"].sort());
  expect(event.description).toContain("CCP");
});

test("in Chinese the long lines fold between characters and read back whole", async () => {
  await world.owner.update(users).set({ locale: "zh" }).where(eq(users.id, lawyer.userId));
  const { text } = await readFeed(await anAddress(lawyer));
  expect(text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const { event } = limitationIn(text);
  expect(event.summary).toContain("起诉的最后一日");
  expect(event.description).toContain("过了这一天，诉讼时效看来已经届满，阶梯在起诉等步骤之前停止。");
  expect(event.description).not.toContain("\uFFFD");
});

test("no word of it can tell who owes", async () => {
  for (const reader of [creditor, lawyer]) {
    const { text } = await readFeed(await anAddress(reader));
    const unfolded = text.replaceAll("\r\n ", "");
    for (const word of Object.values(canary)) expect(unfolded).not.toContain(word);
    expect(unfolded).not.toMatch(/Quillfeather/i);
  }
});

test("a date that moves keeps its name, counts its changes and is there once", async () => {
  const token = await anAddress(creditor);
  const before = limitationIn((await readFeed(token)).text);
  const lastDay = `${world.now.getUTCFullYear() + 1}-06-15`;
  const statement = { caseId, type: "limitation_statement" as const, lastDay, note: "By my reading." };
  value(await tellFact(world, lawyer, statement));
  const { text } = await readFeed(token);
  const after = limitationIn(text);
  expect(after.event.startDate.toString()).toBe(lastDay);
  expect(after.event.uid).toBe(before.event.uid);
  expect(after.event.sequence).toBeGreaterThan(before.event.sequence);
  expect(String(after.component.getFirstPropertyValue("last-modified"))).not.toBe("");
  const uids = eventsIn(text).map(({ event }) => event.uid);
  expect(new Set(uids).size).toBe(uids.length);
});

test("it shows the reader's own cases and nobody else's", async () => {
  const other = await anOpenRound(world);
  const { text } = await readFeed(await anAddress(creditor));
  expect(text.replaceAll("\r\n ", "")).toContain(caseId);
  expect(text.replaceAll("\r\n ", "")).not.toContain(other.caseId);
});

test("the address is kept only as a hash, is shown once, and ends when renewed, ended or the account goes", async () => {
  const first = await anAddress(creditor);
  const kept = await world.owner.select().from(calendarFeeds);
  expect(JSON.stringify(kept)).not.toContain(first);
  const page = await answerOf(addressPage(asked(world, { by: creditor, path: "/account/calendar" })));
  expect(JSON.stringify(page.body)).not.toContain(first);
  const second = await anAddress(creditor);
  expect((await readFeed(first)).status).toBe(410);
  expect((await readFeed(second)).status).toBe(200);
  await answerOf(endAddress(asked(world, { by: creditor, path: "/account/calendar/end", form: {} })));
  expect((await readFeed(second)).status).toBe(410);
  for (const guess of ["", "x", "../home", "0".repeat(43)]) expect((await readFeed(guess)).status).toBe(410);

  const passing = await aLawyer(world);
  const third = await anAddress(passing);
  value(await deleteAccount(world.ctx(passing.actor), { password: goodPassword, confirm: "yes" }));
  expect((await readFeed(third)).status).toBe(410);
});

test("one date of a case can be taken into a calendar, by those who may read the case", async () => {
  const ask = (by: Person, query: string) =>
    answerOf(caseDates(asked(world, { by, path: `/cases/${caseId}/dates.ics${query}`, params: { caseId } })));
  const one = await ask(creditor, "?date=limitation");
  expect(one.headers.get("content-disposition")).toMatch(/attachment; filename="R-.*\.ics"/);
  const events = eventsIn((await one.response?.text()) ?? "");
  expect(events).toHaveLength(1);
  const none = await ask(creditor, "?date=nothing");
  expect(eventsIn((await none.response?.text()) ?? "")).toHaveLength(0);
  expect((await ask(await aLawyer(world), "")).status).toBe(404);
});
