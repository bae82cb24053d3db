import fc from "fast-check";
import { expect, test } from "vitest";
import type { LawChange, RowBody, SeriesBody, SignatureBody } from "#app/domain/law/book/changes.ts";
import { flawOf } from "#app/domain/law/book/flaws.ts";
import { RowData, readRow } from "#app/domain/law/book/row-data.ts";
import { numbersOf, withNumbers } from "#app/domain/law/book/row-numbers.ts";
import { packOfSeries } from "#app/domain/law/book/series-data.ts";
import { bookWith, builtInBook, packIn, packsIn, rowOn } from "#app/domain/law/book.ts";
import { decide } from "#app/domain/law/decide.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { type PackId, type Row, rowKey } from "#app/domain/law/pack.ts";
import { packFor, packMayRun, packs } from "#app/domain/law/packs.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { en } from "#app/messages/en.ts";
import { but, cnFacts, creditor, questionOf } from "./cases.ts";

let changes = 0;
const common = (packId: PackId, subject: string, effectiveOn: string) => ({
  id: String(++changes),
  packId,
  subject,
  citation: "A source of the tests",
  effectiveOn,
});
const rowChange = (packId: PackId, subject: string, on: string, body: RowBody): LawChange => ({
  ...common(packId, subject, on),
  kind: "row",
  body,
});
const seriesChange = (packId: PackId, subject: string, on: string, body: SeriesBody): LawChange => ({
  ...common(packId, subject, on),
  kind: "series",
  body,
});
const signature = (packId: PackId, given: Partial<SignatureBody> = {}): LawChange => ({
  ...common(packId, packId, "2026-11-01"),
  kind: "signature",
  body: {
    version: packFor(packId)?.version ?? "",
    signedOffBy: "Ada Counsel",
    signedOffOn: "2026-11-01",
    reviewBy: "2027-05-01",
    documentId: "D",
    documentHash: "H",
    ...given,
  },
});

const cn = packFor("CN") ?? packs[0];
const us = packFor("US") ?? packs[0];
/** The first call waits three days after the reminder (POL-LADDER-02). */
const firstContact = us.rows.find(({ id, guard }) => id === "POL-LADDER-02" && guard.kind === "wait") as Row;
const waiting = (days: string) => withNumbers(firstContact, { "guard-days": days });
const key = rowKey(firstContact);

test("every row of the packs reads as data and keeps every word of it", () => {
  for (const row of packs.flatMap(({ rows }) => rows)) {
    const asData = JSON.parse(JSON.stringify(row));
    expect(RowData.parse(asData), rowKey(row)).toEqual(asData);
  }
});

test("a row that the guards do not know is refused by the path of what is wrong", () => {
  const wrong = (over: object) => readRow(JSON.stringify({ ...firstContact, ...over }));
  expect(wrong({ guard: { kind: "wish" } })).toMatchObject({ ok: false, flaw: { path: "guard.kind" } });
  expect(wrong({ colour: "red" })).toMatchObject({ ok: false, flaw: { path: "colour" } });
  expect(wrong({ appliesTo: [] })).toMatchObject({ ok: false, flaw: { path: "appliesTo" } });
  expect(wrong({ guard: { kind: "named", name: "toString" } })).toMatchObject({ ok: false });
  expect(readRow("{")).toMatchObject({ ok: false, flaw: { message: "error.law.json" } });
  expect(readRow(JSON.stringify(firstContact))).toEqual({ ok: true, row: firstContact });
});

test("conditions within conditions without end are a flaw of the row, however deep, and no crash", () => {
  const nested = (depth: number) => {
    const when = `${'{"not":'.repeat(depth)}{"known":"debt.dueDate"}${"}".repeat(depth)}`;
    return readRow(`${JSON.stringify(firstContact).slice(0, -1)},"when":${when}}`);
  };
  for (const depth of [30, 2_200, 100_000])
    expect(nested(depth)).toEqual({ ok: false, flaw: { path: "", message: "error.law.deep" } });
  expect(nested(12)).toMatchObject({ ok: true });
});

test("without changes the book is the build's own, and its packs are the same objects", () => {
  expect(bookWith([])).toBe(builtInBook);
  expect(packIn(builtInBook, "US-CA")).toBe(packFor("US-CA"));
  expect(packIn(builtInBook, "HK")).toBeNull();
  expect(packsIn(builtInBook).map(({ id }) => id)).toEqual(packs.map(({ id }) => id));
});

test("a row change is applied on its date and not the day before", () => {
  const book = bookWith([rowChange("US", key, "2026-12-01", { what: "replace", row: waiting("10") })]);
  const pack = packIn(book, "US-NY");
  const ask = (reminder: string, at: string) => {
    const { facts, ...question } = questionOf({
      action: { type: "call", direction: "out", debtId: "D1", recipientRole: "debtor" },
      history: [{ type: "reminder", startedAt: reminder, direction: "out", debtId: "D1" }],
      at,
    });
    const known = but(facts, { notices: { remindersOn: [reminder.slice(0, 10)] } });
    const decision = decide({ ...question, facts: known, pack: pack ?? question.pack });
    return decision.findings.filter(({ rule, effect }) => rule === "POL-LADDER-02" && effect !== "warn");
  };
  expect(ask("2026-11-25T15:00:00Z", "2026-11-30T15:00:00Z")).toEqual([]);
  expect(ask("2026-11-25T15:00:00Z", "2026-12-01T15:00:00Z")).toHaveLength(1);
  expect(ask("2026-11-21T15:00:00Z", "2026-12-01T15:00:00Z")).toEqual([]);
  expect(pack?.version).toBe(`${us.version}+1`);
  expect(packIn(book, "CN")?.version).toBe(cn.version);
});

test("at every day exactly one text of a changed row applies, the one that was approved last for it", () => {
  const day = (offset: number) =>
    new Date(Date.UTC(2026, 11, 1) + offset * 86_400_000).toISOString().slice(0, 10);
  const someChanges = fc.array(fc.record({ on: fc.nat(60), days: fc.integer({ min: 11, max: 99 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(someChanges, fc.nat(70), (given, asked) => {
      const approved = given.map(({ on, days }) =>
        rowChange("US", key, day(on), { what: "replace", row: waiting(String(days)) }),
      );
      const rows = packIn(bookWith(approved), "US")?.rows ?? [];
      const on = day(asked);
      const inForce = rows.filter(
        (row) =>
          rowKey(row) === key &&
          row.source.effective <= on &&
          (row.source.until === undefined || on < row.source.until),
      );
      expect(inForce).toHaveLength(1);
      // Of the changes dated up to that day the latest date counts, and of one date the last approval.
      const expected = given
        .filter((change) => change.on <= asked)
        .reduce<(typeof given)[number] | null>(
          (best, each) => (best && best.on > each.on ? best : each),
          null,
        );
      const { guard } = inForce[0];
      expect(guard.kind === "wait" && guard.days).toBe(
        expected ? expected.days : firstContact.guard.kind === "wait" && firstContact.guard.days,
      );
    }),
  );
});

test("an ended row applies to its last day and no longer; a new one from its first", () => {
  const fresh: Row = { ...firstContact, id: "TEST-ROW-01", part: undefined };
  const book = bookWith([
    rowChange("US", key, "2026-12-01", { what: "end" }),
    rowChange("US", "TEST-ROW-01", "2027-01-01", { what: "add", row: fresh }),
  ]);
  const rows = packIn(book, "US")?.rows ?? [];
  expect(rowOn(rows, key, "2026-11-30")).not.toBeNull();
  expect(rowOn(rows, key, "2026-12-01")).toBeNull();
  expect(rowOn(rows, "TEST-ROW-01", "2026-12-31")).toBeNull();
  expect(rowOn(rows, "TEST-ROW-01", "2027-01-01")).toMatchObject({ source: { effective: "2027-01-01" } });
});

test("a series extension heals the refusal of a rate beyond the verified part, and rewrites nothing before it", () => {
  const lpr = publishedSeries.points["CN-LPR-1Y"];
  const end = lpr.coverageEnd ?? "";
  const facts = but(cnFacts, {
    debt: { kind: "loan_private", agreedRate: "30", contractDate: "2026-12-05", breachOn: "2026-12-05" },
    creditor: { kind: "natural" },
  });
  const question = { jurisdiction: "CN", facts, from: "2026-12-05", to: "2026-12-20" } as const;
  expect(interestOn(question)).toMatchObject({ refused: true, rule: "X-10" });
  const extension = seriesChange("CN", "CN-LPR-1Y", "2026-11-20", {
    what: "points",
    points: [{ from: "2026-11-20", value: "2.90" }],
    coverageEnd: "2026-12-31",
  });
  const { series } = bookWith([extension]);
  expect(interestOn({ ...question, series })).toMatchObject({ refused: false, rate: "11.6" });
  expect(series.points["CN-LPR-1Y"].points.slice(0, lpr.points.length)).toEqual(lpr.points);
  expect(packIn(bookWith([extension]), "CN-440300")).toMatchObject({ version: `${cn.version}+1`, series });
  expect(publishedSeries.points["CN-LPR-1Y"].coverageEnd).toBe(end);
});

test("a proposal is refused where it rewrites what was verified, changes the past, or changes nothing", () => {
  const today = "2026-11-26";
  const flaw = (change: LawChange) => flawOf(builtInBook, change, today)?.field ?? null;
  const points = (body: Partial<Extract<SeriesBody, { what: "points" }>>) =>
    seriesChange("CN", "CN-LPR-1Y", today, {
      what: "points",
      points: [{ from: "2026-11-20", value: "2.90" }],
      coverageEnd: "2026-12-19",
      ...body,
    });
  expect(flaw(points({}))).toBeNull();
  expect(flaw(points({ points: [{ from: "2025-01-01", value: "2.90" }] }))).toBe("from");
  expect(flaw(points({ points: [{ from: "2026-11-20", value: "2,90" }] }))).toBe("value");
  expect(flaw(points({ coverageEnd: "2026-11-19" }))).toBe("coverageEnd");
  expect(flaw(points({ coverageEnd: "2029-01-01" }))).toBe("coverageEnd");
  const year = (body: object) =>
    seriesChange("CN", "CN", "2027-01-01", {
      what: "holidays",
      year: 2027,
      off: ["2027-01-01", "2027-02-05/2027-02-11"],
      work: [],
      ...body,
    });
  expect(flaw(year({}))).toBeNull();
  expect(flaw(year({ year: 2026, off: ["2026-01-01"] }))).toBe("year");
  expect(flaw(year({ off: ["2027-02-30"] }))).toBe("off");
  expect(flaw(year({ off: ["2027-02-11/2027-02-05"] }))).toBe("off");
  expect(flaw(year({ work: ["2026-12-31"] }))).toBe("work");
  const row = (on: string, body: RowBody) => flaw(rowChange("US", key, on, body));
  expect(row(today, { what: "replace", row: waiting("4") })).toBeNull();
  expect(row("2026-11-25", { what: "replace", row: waiting("4") })).toBe("effectiveOn");
  expect(row(today, { what: "replace", row: firstContact })).toBe("form");
  expect(row(today, { what: "add", row: firstContact })).toBe("row");
  expect(flaw(rowChange("US", "NO-SUCH-ROW", today, { what: "end" }))).toBe("form");
  expect(flaw(signature("US", { reviewBy: "2026-11-26" }))).toBe("reviewBy");
  expect(flaw(signature("US", { signedOffOn: "2026-11-27" }))).toBe("signedOffOn");
  expect(flaw(signature("US", { version: "1999.1" }))).toBe("form");
  expect(flaw(signature("US"))).toBeNull();
});

test("counsel's signature opens the pack in production until its review, and a later rule closes it on its day", () => {
  const mayRun = (book: ReturnType<typeof bookWith>, on: string) => {
    const pack = packIn(book, "US-CA");
    return pack !== null && packMayRun(pack, { production: true, on });
  };
  expect(mayRun(builtInBook, "2026-11-26")).toBe(false);
  const signed = bookWith([signature("US")]);
  expect(mayRun(signed, "2027-04-30")).toBe(true);
  expect(mayRun(signed, "2027-05-01")).toBe(false);
  const changed = rowChange("US", key, "2027-01-01", { what: "replace", row: waiting("4") });
  expect(mayRun(bookWith([signature("US"), changed]), "2026-12-31")).toBe(true);
  expect(mayRun(bookWith([signature("US"), changed]), "2027-01-01")).toBe(false);
  const again = signature("US", { version: `${us.version}+2` });
  expect(mayRun(bookWith([signature("US"), changed, again]), "2027-01-01")).toBe(true);
  expect(mayRun(bookWith([signature("US", { version: "1999.1" })]), "2026-11-26")).toBe(false);
  expect(packIn(signed, "CN")?.signedOffBy).toBeNull();
});

test("the figures of a row are found and changed where they stand, and nothing else is", () => {
  const rows = packs.flatMap((pack) => pack.rows);
  for (const row of rows) {
    const numbers = numbersOf(row);
    const same = Object.fromEntries(numbers.map(({ name, value }) => [name, value]));
    expect(withNumbers(row, same)).toEqual(JSON.parse(JSON.stringify(row)));
    const other = withNumbers(
      row,
      Object.fromEntries(numbers.map(({ name, kind }) => [name, kind === "time" ? "11:11" : "7"])),
    );
    expect(numbersOf(other).map(({ value }) => value)).toEqual(
      numbers.map(({ kind }) => (kind === "time" ? "11:11" : "7")),
    );
  }
  expect(rows.flatMap(numbersOf).length).toBeGreaterThan(50);
});

test("every series belongs to a pack, and the three kinds share no id", () => {
  const ids = [publishedSeries.points, publishedSeries.holidays, publishedSeries.fees].flatMap(Object.keys);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => packOfSeries(id) === null)).toEqual([]);
});

test("every series has a name in the law book", () => {
  const ids = [publishedSeries.points, publishedSeries.holidays, publishedSeries.fees].flatMap(Object.keys);
  expect(ids.filter((id) => !(`law_admin.series.${id}` in en))).toEqual([]);
});

test("a change of one country's law leaves the other's decisions as they were", () => {
  const other = bookWith([rowChange("US", key, "2026-12-01", { what: "end" })]);
  const question = questionOf({
    facts: cnFacts,
    action: { type: "reminder", direction: "out" },
    actor: creditor,
    at: "2026-11-26T03:00:00Z",
  });
  expect(decide({ ...question, pack: packIn(other, "CN-440300") ?? question.pack })).toEqual(
    decide(question),
  );
});
