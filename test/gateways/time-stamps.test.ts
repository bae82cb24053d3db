import { createHash } from "node:crypto";
import { OctetString } from "@peculiar/asn1-schema";
import { afterEach, expect, test } from "vitest";
import { rootsIn, type Stamped, stampHash } from "#app/gateways/time-authority.server.ts";
import { readStamp } from "#app/gateways/time-stamp-token.server.ts";
import { opensslStamp } from "#test/support/openssl-stamp.data.ts";
import { aTimeAuthority, type Manner, type TestAuthority } from "#test/support/time-authority.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const hash = hashOf("a document");

const open: TestAuthority[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

async function anAuthority(manner: Manner = {}): Promise<TestAuthority> {
  const authority = await aTimeAuthority(manner);
  open.push(authority);
  return authority;
}

const ask = ({ url, root }: TestAuthority, roots = [root]) => stampHash({ url, roots }, hash);
const whyNot = (got: Stamped) => (got.kind === "none" ? got.answer : "stamped");

test("a token that another's software made is read: OpenSSL's, with its nonce, its time and its root", () => {
  const token = Buffer.from(opensslStamp.token, "base64");
  const of = { sha256: hashOf(opensslStamp.text), nonce: Buffer.from(opensslStamp.nonce, "hex") };
  const read = readStamp(token, { ...of, roots: rootsIn(opensslStamp.root) });
  expect(read).toMatchObject({ ok: true, value: { at: new Date(opensslStamp.at), by: opensslStamp.by } });
  expect(readStamp(token, { ...of, nonce: null, roots: null }).ok).toBe(true);
  expect(readStamp(token, { ...of, sha256: hashOf("other"), roots: null }).ok).toBe(false);
  expect(readStamp(token, { ...of, nonce: Buffer.from("01", "hex"), roots: null }).ok).toBe(false);
});

test("an authority is asked for a hash and nothing else, and its token leads to the root that was named", async () => {
  const authority = await anAuthority();
  const got = await ask(authority);
  if (got.kind !== "stamped") throw new Error(got.answer);
  expect([got.stamp.by, authority.asked]).toEqual(["Clock of the tests", [hash]]);
  expect(got.stamp.root).toMatch(/^[0-9a-f]{64}$/);
  expect(readStamp(got.token, { sha256: hash, nonce: null, roots: [authority.root] })).toEqual({
    ok: true,
    value: got.stamp,
  });
});

test("a connection that the authority has closed meanwhile costs no stamp", async () => {
  const authority = await anAuthority({ answersOnce: true });
  const got: string[] = [];
  for (let more = 0; more < 4; more += 1) got.push(whyNot(await ask(authority)));
  expect(got).toEqual(Array(4).fill("stamped"));
});

test("nothing that is signed can be changed in a token unseen", async () => {
  const authority = await anAuthority();
  const got = await ask(authority);
  if (got.kind !== "stamped") throw new Error(got.answer);
  const isRead = (token: Buffer) =>
    readStamp(token, { sha256: hash, nonce: null, roots: [authority.root] }).ok;
  const text = got.token.indexOf(Buffer.from(hash, "hex"));
  const signature = got.token.length - 8;
  for (const at of [text, text + 31, text + 60, signature, got.token.indexOf("Clock of the tests")]) {
    const changed = Buffer.from(got.token);
    changed[at] ^= 1;
    expect([at, isRead(changed)]).toEqual([at, false]);
  }
  for (const length of [0, 1, 100, got.token.length - 1])
    expect(isRead(got.token.subarray(0, length))).toBe(false);
});

test("what answers another question, is over another hash or leads to no root that was named is no stamp", async () => {
  const stranger = await anAuthority();
  expect(whyNot(await ask(await anAuthority(), [stranger.root]))).toContain("leads to no root");
  const replayed = await anAuthority({
    states: (told) => {
      told.nonce = Uint8Array.from([0x40, 1, 2, 3]).buffer;
    },
  });
  expect(whyNot(await ask(replayed))).toContain("another nonce");
  const forgetful = await anAuthority({
    states: (told) => {
      told.nonce = undefined;
    },
  });
  expect(whyNot(await ask(forgetful))).toContain("another nonce");
  const other = await anAuthority({
    states: (told) => {
      told.messageImprint.hashedMessage = new OctetString(Buffer.alloc(32, 7));
    },
  });
  expect(whyNot(await ask(other))).toContain("another hash");
});

test("a signer that may do more than stamp time, or whose certificate was not valid then, is no authority", async () => {
  const purposes = ["1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.1"];
  expect(whyNot(await ask(await anAuthority({ purposes })))).toContain("may not stamp time");
  expect(whyNot(await ask(await anAuthority({ purposes: [] })))).toContain("may not stamp time");
  expect(whyNot(await ask(await anAuthority({ years: [2001, 2002] })))).toContain("not valid at that time");
});

test("a refusal, a fault, rubbish, a flood and silence are told and are no stamp", async () => {
  expect(whyNot(await ask(await anAuthority({ refuses: true })))).toContain("refused with status 2");
  const answers = (body: Buffer, status = 200) => anAuthority({ answers: () => ({ status, body }) });
  expect(whyNot(await ask(await answers(Buffer.alloc(0), 503)))).toBe("HTTP 503");
  expect(whyNot(await ask(await answers(Buffer.from("<html>"))))).not.toBe("stamped");
  expect(whyNot(await ask(await answers(Buffer.alloc(300_000))))).toContain("too long");
  const gone = await anAuthority();
  await gone.close();
  expect(whyNot(await ask(gone))).toContain("ECONNREFUSED");
  expect(() => rootsIn("no certificate")).toThrow("no certificate");
});
