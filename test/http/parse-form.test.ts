import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseForm } from "#app/http/parse-form.ts";

const Anything = z.record(z.string(), z.unknown());
const posted = (pairs: [string, string | File][]) => {
  const body = new FormData();
  for (const [name, value] of pairs) body.append(name, value);
  return new Request("http://127.0.0.1/", { method: "post", body });
};
const statusThrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
  );

test("no control character and no half of a surrogate pair gets past a form, and line ends and tabs stay", async () => {
  const form = await parseForm(posted([["note", "a\0b\x1b[31m\x7f\u0085c\td\r\ne😀"]]), Anything);
  const clean = "ab[31mc\td\r\ne😀";
  expect(form).toMatchObject({ ok: true, value: { note: clean }, values: { note: clean } });

  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      const parsed = await parseForm(posted([["list[]", text]]), Anything);
      expect(JSON.stringify(parsed)).not.toMatch(/\\u00(0[0-8bcef]|1[0-9a-f])|\\ud[89a-f]/i);
    }),
    { numRuns: 60 },
  );
});

test("a field of nothing but unseen characters is an absent one", async () => {
  const form = await parseForm(posted([["name", "\0\0"]]), z.object({ name: z.string("error.required") }));
  expect(form).toMatchObject({ ok: false, error: { errors: { name: ["error.required"] } } });
});

test("a field named after a member of every object is a field like any other", async () => {
  const names = [
    "__proto__",
    "__proto__[]",
    "__proto__.polluted",
    "constructor.prototype",
    "toString",
    "a.__proto__",
  ];
  const form = await parseForm(posted(names.map((name) => [name, "x"])), z.object({ a: z.unknown() }));
  expect(form.ok).toBe(true);
  expect(Object.prototype).not.toHaveProperty("polluted");
  expect(Object.getPrototypeOf(form.ok && form.values)).toBeNull();
});

test("a field sent twice counts once, and text where a list or a file is asked for is a mistake at its field", async () => {
  const twice = await parseForm(
    posted([
      ["a", "first"],
      ["a", "second"],
    ]),
    z.object({ a: z.string() }),
  );
  expect(twice).toMatchObject({ ok: true, value: { a: "first" } });
  const Asked = z.object({ list: z.array(z.string()), file: z.instanceof(File), text: z.string() });
  const wrong = await parseForm(
    posted([
      ["list", "x"],
      ["file", "x"],
      ["text[]", "x"],
    ]),
    Asked,
  );
  const invalid = ["error.invalid"];
  expect(wrong).toMatchObject({
    ok: false,
    error: { errors: { list: invalid, file: invalid, text: invalid } },
  });
});

test("a body that is no form is a bad request", async () => {
  const bodies: [string, string][] = [
    ["application/json", "{}"],
    ["text/plain", "a=b"],
    ["multipart/form-data", "no boundary"],
    ["multipart/form-data; boundary=x", "--x\r\nContent-Disposi"],
    ["multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n"],
  ];
  for (const [type, body] of bodies) {
    const request = new Request("http://127.0.0.1/", {
      method: "post",
      body,
      headers: { "content-type": type },
    });
    expect(await statusThrown(parseForm(request, Anything)), type).toBe(400);
  }
});
