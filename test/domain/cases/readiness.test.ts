import fc from "fast-check";
import { expect, test } from "vitest";
import { textStates } from "#app/domain/cases/document-text.ts";
import { evidenceKinds } from "#app/domain/cases/evidence.ts";
import { gainOf, type ReadinessPart, readinessOf } from "#app/domain/cases/readiness.ts";
import { stepTypes } from "#app/domain/law/types.ts";

type Input = Parameters<typeof readinessOf>;
type Paper = Input[1][number];
type Logged = Input[2][number];

const claim = (changed: object = {}) =>
  ({ claim: { kind: "goods", assigned: "no", ...changed }, history: { judgment: "no" } }) as Input[0];
const paper = (kind: Paper["kind"], changed: Partial<Paper> = {}): Paper => ({
  ...{ id: `${kind}-1`, kind, title: kind, replaces: null, textState: "read" },
  ...changed,
});
const entry = (type: Logged["type"], payload: Logged["payload"] = {}): Logged => ({
  ...{ id: `event-${type}`, type, occurredAt: new Date("2026-03-02T09:00:00Z"), payload },
});
const open = ({ parts }: { parts: ReadinessPart[] }) => parts.filter(({ met }) => !met).map(({ key }) => key);

test("without a paper nothing is ready; with an invoice and a proof of delivery a sale is", () => {
  expect(readinessOf(claim(), [], [])).toMatchObject({ score: 0 });
  const invoice = readinessOf(claim(), [paper("invoice")], []);
  expect([invoice.score, open(invoice)]).toEqual([85, ["delivery"]]);
  expect(readinessOf(claim(), [paper("invoice"), paper("delivery_proof")], []).score).toBe(100);
});

test("a judgment in the log asks for its copy, whatever was known when the case was posted", () => {
  const papers = [paper("invoice"), paper("delivery_proof")];
  expect(open(readinessOf(claim(), papers, [entry("default_judgment")]))).toEqual(["judgment"]);
  const copy = readinessOf(claim(), [...papers, paper("judgment")], [entry("default_judgment")]);
  expect(open(copy)).toEqual([]);
});

test("a document that nobody can open proves nothing until its newer version can be; a picture without words does", () => {
  const locked = paper("invoice", { id: "old", textState: "locked" });
  const { score, parts } = readinessOf(claim(), [locked], []);
  expect([score, parts.map(({ met }) => met)]).toEqual([0, [false, false, false]]);
  expect(parts[0]).toMatchObject({ key: "itemised", shut: { id: "old" } });
  const newer = paper("invoice", { id: "new", replaces: "old", textState: "none" });
  expect(open(readinessOf(claim(), [locked, newer], []))).toEqual(["delivery"]);
});

test("a notice that a person recorded wants its proof, one that the product sent does not; a proof stands for one notice", () => {
  const papers = [paper("invoice"), paper("delivery_proof")];
  const log = [
    entry("lawyer_letter", { evidenceIds: ["seen"] }),
    entry("reminder", { refs: { messageId: "m" } }),
    entry("reminder"),
    entry("demand_payment"),
    entry("call"),
  ];
  const seen = paper("notice_proof", { id: "seen" });
  expect(open(readinessOf(claim(), [...papers, seen], log))).toEqual(["notice", "notice"]);
  const spare = paper("notice_proof", { id: "spare" });
  expect(open(readinessOf(claim(), [...papers, seen, spare], log))).toEqual(["notice"]);
});

const anyPaper = fc.record({
  kind: fc.constantFrom(...evidenceKinds),
  title: fc.string(),
  textState: fc.option(fc.constantFrom(...textStates)),
});
const anyEntry = fc.record({
  type: fc.constantFrom(...stepTypes),
  named: fc.option(fc.nat(8)),
  sent: fc.boolean(),
});

test("the score is the same for the same papers in any order, and each gap that is filled raises it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("goods", "services", "loan_bank", "other"),
      fc.constantFrom("yes", "no"),
      fc.array(anyPaper, { maxLength: 8 }),
      fc.array(anyEntry, { maxLength: 8 }),
      (kind, assigned, drawn, entries) => {
        const papers = drawn.map((each, at): Paper => ({ ...each, id: `p${at}`, replaces: null }));
        const log = entries.map(({ type, named, sent }) =>
          entry(type, {
            ...(named === null ? {} : { evidenceIds: [`p${named}`] }),
            ...(sent ? { refs: { messageId: "m" } } : {}),
          }),
        );
        const known = claim({ kind, assigned });
        const { score, parts } = readinessOf(known, papers, log);
        expect(readinessOf(known, papers.toReversed(), log).score).toBe(score);
        expect(score).toBe(Math.min(100, Math.max(0, score)));
        for (const gap of parts.filter(({ met }) => !met)) {
          expect(gainOf({ score, parts }, gap)).toBeGreaterThan(0);
          const replaces = gap.key === "notice" ? null : (gap.shut?.id ?? null);
          const added = paper(gap.kind, { id: "added", replaces });
          expect([gap.key, readinessOf(known, [...papers, added], log).score > score]).toEqual([
            gap.key,
            true,
          ]);
        }
      },
    ),
  );
});
