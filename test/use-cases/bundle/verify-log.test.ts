import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExportedBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import {
  aBundle,
  filesOf,
  flawsResigned,
  jsonBytes,
  linesOf,
  rechained,
  resigned,
} from "#test/support/bundle.ts";
import { aWorld, type World } from "#test/support/world.ts";

let world: World;
let made: ExportedBundle;

beforeAll(async () => {
  world = await aWorld();
  made = await aBundle(world);
});
afterAll(() => world.close());

const fresh = () => filesOf(made.bytes);
const last = () => made.manifest.head.seq;

test("a log cut at either end or in the middle is found at the event, whoever signs it", () => {
  const without = (drop: (seq: number) => boolean) =>
    flawsResigned(made, (files) => {
      const kept = linesOf(files).filter((_, at) => !drop(at + 1));
      files.set("log.jsonl", Buffer.concat(kept.map((line) => jsonBytes(line))));
      return undefined;
    });
  expect(without((seq) => seq === 1)).toContain("log.jsonl event 2: gap: event 2 follows event 0");
  expect(without((seq) => seq === 4)).toContain("log.jsonl event 5: gap: event 5 follows event 3");
  expect(without((seq) => seq > last() - 2)).toContain(
    `log.jsonl: rewritten or shortened: the manifest's head is event ${last()}`,
  );
  const torn = flawsResigned(made, (files) => {
    files.set("log.jsonl", files.get("log.jsonl")?.subarray(0, -20) ?? Buffer.alloc(0));
    return undefined;
  });
  expect(torn).toContain("log.jsonl: the last line is cut off");
});

test("a chain written anew still betrays a stage jump, a stranger's proof, a changed note, other facts and other law", () => {
  const rewrite = (change: (lines: ReturnType<typeof linesOf>) => void) =>
    flawsResigned(made, (files) => {
      const lines = linesOf(files);
      change(lines);
      const head = rechained(files, lines);
      return (manifest) => ({ ...manifest, head });
    });
  const bodyOf = (line: ReturnType<typeof linesOf>[number]) => JSON.parse(String(line.body));
  const withBody = (
    line: ReturnType<typeof linesOf>[number],
    change: (body: ReturnType<typeof bodyOf>) => void,
  ) => {
    const body = bodyOf(line);
    change(body);
    line.body = jsonBytes(body).toString().trimEnd();
  };
  expect(rewrite((lines) => Object.assign(lines[1], { stageAfter: "lawsuit" }))).toEqual(
    expect.arrayContaining([
      "log.jsonl event 2: the pack knows no move from intake to lawsuit by approved",
      "log.jsonl event 3: stage jump from lawsuit",
    ]),
  );
  const proof = "01a20756-1c28-7424-9db0-2c04ebe1adf4";
  expect(rewrite(([line]) => withBody(line, ({ payload }) => payload.evidenceIds.push(proof)))).toEqual([
    `log.jsonl event 1: its proof ${proof} is not among the exhibits`,
  ]);
  const noted = made.manifest.head.seq - 1;
  expect(rewrite((lines) => Object.assign(lines[noted - 1].note ?? {}, { text: "They agree." }))).toEqual([
    `log.jsonl event ${noted}: the note is not the one that was recorded`,
  ]);
  expect(
    rewrite(([line]) => withBody(line, ({ payload }) => Object.assign(payload.facts, { more: 1 }))),
  ).toEqual(["facts.json: not what the replay of the log gives"]);
  const refused = rewrite((lines) => {
    withBody(lines[last() - 1], ({ decision }) =>
      Object.assign(decision.findings[0], { citation: "No law" }),
    );
  });
  expect(refused.join("\n")).toMatch(
    new RegExp(`log.jsonl event ${last()}: cites \\S+ \\(No law\\), and law.json`),
  );
});

test("of a pack this build does not know it says that it cannot tell, and of a rule when it does not hold", () => {
  const files = fresh();
  const lines = linesOf(files).map((line) => {
    const body = JSON.parse(String(line.body));
    body.decision.pack.version = "1999.1.1";
    return { ...line, packVersion: "1999.1.1", body: jsonBytes(body).toString().trimEnd() };
  });
  const head = rechained(files, lines);
  const law = JSON.parse(files.get("law.json")?.toString() ?? "");
  for (const rule of law.rules) rule.packVersions = ["1999.1.1"];
  files.set("law.json", jsonBytes(law));
  const verdict = verifyBundle(resigned(files, (manifest) => ({ ...manifest, head })));
  expect(verdict.flaws).toEqual([]);
  expect(verdict.notes.join("\n")).toMatch(/does not know pack US 1999\.1\.1 and cannot tell/);

  const dated = flawsResigned(made, (each) => {
    const cited = JSON.parse(each.get("law.json")?.toString() ?? "");
    cited.rules.find(({ validity }: { validity: unknown[] }) => validity.length > 0).validity[0].from =
      "1900-01-01";
    each.set("law.json", jsonBytes(cited));
    return undefined;
  });
  expect(dated.join()).toMatch(/^law\.json: \S+ does not hold from when to when it says$/);
});

test("a case without any evidence has a bundle that holds", () => {
  const files = fresh();
  for (const { file } of made.manifest.exhibits) files.delete(file);
  const lines = linesOf(files).map((line) => {
    const body = JSON.parse(String(line.body));
    delete body.payload.evidenceIds;
    return { ...line, body: jsonBytes(body).toString().trimEnd() };
  });
  const head = rechained(files, lines);
  const verdict = verifyBundle(resigned(files, (manifest) => ({ ...manifest, head, exhibits: [] })));
  expect(verdict).toMatchObject({ holds: true, exhibits: 0, files: 6 });
});
