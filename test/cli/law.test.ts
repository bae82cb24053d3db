import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { expect, test, vi } from "vitest";
import { MAX_LINE_BYTES } from "#app/cli/law/lines.ts";
import { topics } from "#app/domain/law/calculator.ts";
import { call, usFacts } from "#test/domain/law/cases.ts";
import { jsonSchema } from "#test/support/json-schema.ts";
import { projectRoot } from "#test/support/project.ts";

/** Each test starts a process or several; a busy machine takes its time over that. */
vi.setConfig({ testTimeout: 120_000 });

type Answer = { status: number | null; stdout: string; stderr: string };

/** Starts the command as a shell would; the environment holds no database. */
const start = (...args: string[]) =>
  spawn(process.execPath, ["app/cli/rung.js", "law", ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" },
  });

async function rung(args: string[], input: string | Uint8Array | Iterable<Uint8Array> = ""): Promise<Answer> {
  const child = start(...args);
  const chunks = typeof input === "string" || input instanceof Uint8Array ? [Buffer.from(input)] : input;
  Readable.from(chunks).pipe(child.stdin);
  const [stdout, stderr] = ["", ""].map(() => [] as Buffer[]);
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  const [status] = await once(child, "close");
  return { status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** The same, with each line of the answer read. */
async function answers(topic: string, input: Parameters<typeof rung>[1]) {
  const { stdout, ...rest } = await rung([topic], input);
  const lines = stdout.split("\n").slice(0, -1);
  return { ...rest, lines: lines.map((line): unknown => JSON.parse(line)) };
}

const line = {
  jurisdiction: "US",
  at: "2026-03-10T16:00:00Z",
  facts: { ...usFacts, actor: { kind: "creditor_self", credentials: [] }, history: [] },
  action: call,
};
const json = (value: unknown) => JSON.stringify(value);
const error = (path: string) => ({ error: { path, message: expect.any(String) } });

test("good and bad lines mixed: each is answered in its place, the rest still run, and the status is 1", async () => {
  const input = [
    json(line),
    "{nonsense",
    "",
    "   ",
    json([1]),
    json({ ...line, at: "2026-02-30T10:00:00Z" }),
    json({ ...line, facts: { ...line.facts, shoeSize: 43 } }),
    json({ ...line, facts: { ...line.facts, debt: { principal: "5000" } } }),
    json({ ...line, facts: { ...line.facts, debtor: { residence: { tz: "Mars/Olympus" } } } }),
    json({ ...line, action: { type: "shout" } }),
    json({ ...line, facts: { ...line.facts, case: { jurisdiction: "CN" } } }),
    json({ ...line, at: "2026-03-10T03:00:00Z" }),
  ].join("\n");
  const { status, lines, stderr } = await answers("decide", input);
  expect(lines).toEqual([
    expect.objectContaining({ allowed: true }),
    error(""),
    error(""),
    error("at"),
    error("facts.shoeSize"),
    error("facts.debt.principal"),
    error("facts.debtor.residence.tz"),
    error("action.type"),
    error("facts.case.jurisdiction"),
    expect.objectContaining({ allowed: false, earliest: "2026-03-10T12:00:00Z" }),
  ]);
  expect(status).toBe(1);
  expect(stderr).toBe("");
});

test("a refusal says why and what helps in plain words, with dates told at the debtor's place", async () => {
  const { status, lines } = await answers("decide", json({ ...line, at: "2026-03-10T03:00:00Z" }));
  expect(status).toBe(0);
  expect(lines).toEqual([
    expect.objectContaining({
      findings: [
        {
          rule: "US-CONTACT-01",
          force: "LAW",
          effect: "block",
          reason: expect.stringContaining("10 Mar 2026, 08:00"),
          citation: expect.stringContaining("1692c"),
          requires: [],
          unblockedBy: expect.arrayContaining(["Wait until the date shown"]),
          earliest: "2026-03-10T12:00:00Z",
        },
      ],
      requires: [],
    }),
  ]);
});

test("line ends of Windows, a byte order mark and a last line without an end are read", async () => {
  const { status, lines } = await answers("decide", `\uFEFF${json(line)}\r\n\r\n${json(line)}`);
  expect(lines).toHaveLength(2);
  expect(status).toBe(0);
});

test("a character that two chunks share stays whole, and bytes that are no text are refused", async () => {
  const bytes = Buffer.from(`${json({ ...line, jurisdiction: "深圳", facts: {} })}\n`);
  const split = bytes.indexOf(Buffer.from("深")) + 1;
  const chunks = [bytes.subarray(0, split), bytes.subarray(split), Buffer.from([0x22, 0xff, 0x22, 0x0a])];
  const { lines } = await answers("decide", chunks);
  expect(lines).toEqual([
    expect.objectContaining({ allowed: false, pack: { id: "深圳", version: "none" } }),
    error(""),
  ]);
});

test("a line of more than a megabyte is refused unread, and the next one is answered", async () => {
  const { status, lines } = await answers("decide", `"${"x".repeat(MAX_LINE_BYTES)}"\n${json(line)}\n`);
  expect(lines).toEqual([error(""), expect.objectContaining({ allowed: true })]);
  expect(status).toBe(1);
});

test("an answer comes as soon as its line has ended, while more may follow", async () => {
  const child = start("decide");
  for (let each = 0; each < 2; each += 1) {
    child.stdin.write(`${json(line)}\n`);
    const [answer] = await once(child.stdout, "data");
    expect(JSON.parse(String(answer))).toMatchObject({ allowed: true });
  }
  child.stdin.end();
  expect((await once(child, "close"))[0]).toBe(0);
});

test("order is kept over a stream far larger than any buffer, and a slow reader slows the work down", async () => {
  const count = 20_000;
  const child = start("decide");
  let written = 0;
  const input = function* () {
    for (; written < count; written += 1) {
      yield `${json({ ...line, jurisdiction: `X${written}`, facts: {} })}\n`;
    }
  };
  Readable.from(input()).pipe(child.stdin);
  await once(child.stdout, "readable");
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(written).toBeLessThan(count);
  let rest = "";
  let answered = 0;
  for await (const chunk of child.stdout) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const each of lines) {
      expect(JSON.parse(each).pack.id).toBe(`X${answered}`);
      answered += 1;
    }
  }
  expect([answered, rest]).toEqual([count, ""]);
});

test("a reader that has seen enough ends the work without a fault", async () => {
  const child = start("decide");
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.stdin.on("error", () => undefined);
  Readable.from(
    (function* () {
      for (;;) yield `${json(line)}\n`;
    })(),
  ).pipe(child.stdin);
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect((await once(child, "exit"))[0]).toBe(0);
  expect(Buffer.concat(errors).toString()).toBe("");
});

test("an unknown topic and a missing one are refused with the usage", async () => {
  for (const args of [["weather"], []]) {
    const { status, stderr } = await rung(args);
    expect(status).toBe(1);
    expect(stderr).toContain("Usage: rung law");
  }
  const { status, stdout } = await rung(["--help"]);
  expect([status, stdout]).toEqual([0, expect.stringContaining("fee-cap")]);
});

test("nothing asked is nothing answered", async () => {
  expect(await rung(["interest"])).toMatchObject({ status: 0, stdout: "", stderr: "" });
});

test("the schemas are JSON Schemas, and the lines and answers that pass through are of their form", async () => {
  const { stdout } = await rung(["decide", "--schema"]);
  const { input, output } = JSON.parse(stdout);
  const [isLine, isAnswer] = [jsonSchema(input), jsonSchema(output)];
  expect(isLine(line)).toBe(true);
  expect(isLine({ ...line, facts: { ...line.facts, shoeSize: 43 } })).toBe(false);
  expect(isLine({ ...line, at: "2026-02-30" })).toBe(false);
  const asked = [line, { ...line, at: "2026-03-10T03:00:00Z" }, { ...line, jurisdiction: 1 }];
  const { lines } = await answers("decide", asked.map(json).join("\n"));
  expect(lines.map(isAnswer)).toEqual([true, true, true]);
  expect(isAnswer({ allowed: "yes" })).toBe(false);
});

test("every topic prints one document with an input and an output", async () => {
  for (const topic of topics) {
    const { status, stdout } = await rung([topic, "--schema"]);
    const { input, output } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(input.required).toEqual(["jurisdiction", "at", "question", "facts"]);
    expect(jsonSchema(output)({ refused: true, rule: "X-10", reason: "…", requires: [] })).toBe(true);
  }
});
