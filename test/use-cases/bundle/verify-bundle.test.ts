import fc from "fast-check";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExportedBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import {
  aBundle,
  filesOf,
  flawsResigned,
  jsonBytes,
  linesOf,
  manifestIn,
  repacked,
  resigned,
  stranger,
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
const flawsOf = (zip: Uint8Array, pin?: string) =>
  verifyBundle(zip, { pin }).flaws.map(({ where, what }) => `${where}: ${what}`);

test("an untouched bundle holds, says whose key signed it, and how much is in it", () => {
  const verdict = verifyBundle(made.bytes);
  expect(verdict).toMatchObject({ holds: true, flaws: [], notes: [], fingerprint: made.signer.fingerprint });
  expect(verdict).toMatchObject({ events: last(), exhibits: made.manifest.exhibits.length, pinned: false });
  expect(verdict.exhibits).toBeGreaterThan(4);
  expect(verifyBundle(made.bytes, { pin: made.signer.fingerprint }).holds).toBe(true);
  expect(resigned(fresh(), undefined, made.signer)).toEqual(made.bytes);
});

test("any bit that is changed, anywhere in the archive, is found, and a place is named", () => {
  const places = new Set([...made.manifest.files.map(({ path }) => path), "manifest.json", "signature.json"]);
  fc.assert(
    fc.property(fc.nat(made.bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const zip = Uint8Array.from(made.bytes);
      zip[at] ^= flip;
      const { holds, flaws } = verifyBundle(zip);
      expect(holds).toBe(false);
      expect(flaws.every(({ where, what }) => where !== "" && what !== "")).toBe(true);
      const owner = ownerOf(at);
      if (owner && places.has(owner)) expect(flaws.map(({ where }) => where)).toContain(owner);
    }),
    { numRuns: 300 },
  );
}, 120_000);

/** The file whose contents a byte of the archive belongs to; null for a byte between the files. */
function ownerOf(at: number): string | null {
  let from = 0;
  for (const [path, bytes] of fresh()) {
    const start = from + 30 + path.length;
    from = start + bytes.length;
    if (at >= start && at < from) return path;
  }
  return null;
}

test("every field of the manifest and of every event is held by something", () => {
  const inManifest = leaves(manifestIn(fresh()));
  const inLog = leaves(linesOf(fresh()));
  fc.assert(
    fc.property(fc.constantFrom(...inManifest), (path) => {
      const files = fresh();
      files.set("manifest.json", jsonBytes(changedAt(manifestIn(files), path)));
      expect(flawsOf(repacked(files, made.manifest.head.recordedAt.slice(0, 10)))).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...inLog), ([seq, ...path]) => {
      const found = flawsResigned(made, (files) => {
        const lines = linesOf(files);
        lines[Number(seq)] = changedAt(lines[Number(seq)], path);
        files.set("log.jsonl", Buffer.concat(lines.map((line) => jsonBytes(line))));
        return undefined;
      });
      const named = found.filter((each) => each.startsWith("log.jsonl"));
      expect(named.join("\n")).toMatch(new RegExp(`(event|line) (${Number(seq) + 1}|${Number(seq) + 2}):`));
    }),
    { numRuns: 60 },
  );
}, 120_000);

type Path = (string | number)[];

/** Paths of everything in a value that is no list and no object. */
function leaves(value: unknown): Path[] {
  if (value === null || typeof value !== "object") return [[]];
  return Object.entries(value).flatMap(([key, member]) => leaves(member).map((path) => [key, ...path]));
}

function changedAt<T>(value: T, path: Path): T {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const inner = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((at, key) => at[key] as never, copy);
  const key = path.at(-1) ?? "";
  inner[key] = typeof inner[key] === "number" ? inner[key] + 1 : `${inner[key] ?? ""}x`;
  return copy as T;
}

test("a missing, an added, a doubled and a straying file are each named", () => {
  const without = fresh();
  without.delete("exhibits/002-invoice.pdf");
  expect(flawsOf(repacked(without))).toContain("exhibits/002-invoice.pdf: missing");
  const added = fresh().set("exhibits/099-more.pdf", Buffer.from("%PDF"));
  expect(flawsOf(repacked(added))).toContain("exhibits/099-more.pdf: in the archive and not in the manifest");
  for (const path of [
    "../out.pdf",
    "/etc/passwd",
    "exhibits/../../out",
    "C:\\out",
    "exhibits\\out",
    "__proto__",
    "",
  ]) {
    const [found, ...more] = flawsOf(archiveOf(path));
    expect([found, more]).toEqual([
      `${JSON.stringify(path)}: a name that leads out of the folder, or is none of ours`,
      [],
    ]);
  }
  const twice = Buffer.from(
    zipSync({ "one.pdf": Buffer.from("1"), "two.pdf": Buffer.from("2") }, { level: 0 }),
  );
  for (let at = twice.indexOf("two"); at >= 0; at = twice.indexOf("two")) twice.write("one", at);
  expect(flawsOf(twice)).toEqual(["one.pdf: twice in the archive"]);
});

/** An archive with one entry of this name, whatever it is. */
function archiveOf(path: string): Uint8Array {
  const placeholder = "x".repeat(path.length);
  const zip = Buffer.from(
    zipSync({ [placeholder]: Buffer.from("1") }, { level: 0, mtime: new Date(2026, 1, 1) }),
  );
  for (let at = zip.indexOf(placeholder); path && at >= 0; at = zip.indexOf(placeholder)) zip.write(path, at);
  return zip;
}

test("files in another order, bytes before, between or after them are found", () => {
  const [first, second, ...rest] = [...fresh()];
  const found = flawsOf(repacked(new Map([second, first, ...rest])));
  expect(found).toContain("the archive: its files are not in the manifest's order");
  for (const zip of [
    Buffer.concat([made.bytes, Buffer.from("x")]),
    Buffer.concat([Buffer.from("x"), made.bytes]),
  ]) {
    expect(flawsOf(zip)).not.toEqual([]);
  }
  for (const cut of [0, 1, 22, 100, made.bytes.length - 1])
    expect(flawsOf(made.bytes.slice(0, cut))).not.toEqual([]);
});

test("what is compressed is not unpacked: a bomb costs nothing", () => {
  const bomb = zipSync({ "manifest.json": new Uint8Array(64 * 1024 * 1024) }, { level: 1 });
  const before = performance.now();
  expect(flawsOf(bomb)).toEqual(['"manifest.json": compressed; a bundle never is']);
  expect(performance.now() - before).toBeLessThan(1_000);
});

test("two exhibits that changed places are found, signed anew or not", () => {
  const swap = (files: ReturnType<typeof fresh>) => {
    const [one, other] = made.manifest.exhibits.map(({ file }) => file);
    const [a, b] = [files.get(one), files.get(other)];
    if (a && b) files.set(one, b).set(other, a);
    return [one, other];
  };
  const files = fresh();
  const [one, other] = swap(files);
  const changed = "changed: it no longer gives the hash";
  expect(flawsOf(repacked(files))).toEqual(
    expect.arrayContaining([`${one}: ${changed}`, `${other}: ${changed}`]),
  );
  const found = flawsResigned(made, (each) => {
    swap(each);
    return undefined;
  });
  expect(found).toContain(`${one}: the index of exhibits gives it another hash or size`);
});

test("a bundle made anew with another key fails where a key is named, and says whose key it is where none is", () => {
  const zip = resigned(fresh());
  expect(verifyBundle(zip)).toMatchObject({ holds: true, fingerprint: stranger().fingerprint });
  const { fingerprint } = made.signer;
  const pinned = verifyBundle(zip, { pin: fingerprint });
  expect(pinned.holds).toBe(false);
  expect(pinned.flaws[0].what).toBe(`signed with another key: ${stranger().fingerprint}, not ${fingerprint}`);
  const borrowed = fresh();
  const other = filesOf(resigned(fresh(), (manifest) => ({ ...manifest, language: "zh" }), made.signer));
  borrowed.set("signature.json", other.get("signature.json") ?? Buffer.alloc(0));
  expect(flawsOf(repacked(borrowed))).toEqual([
    "signature.json: the signature is not over this manifest.json",
  ]);
});
