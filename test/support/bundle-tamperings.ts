import type { ExportedBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import {
  type Files,
  filesOf,
  jsonBytes,
  linesOf,
  manifestIn,
  rechained,
  repacked,
  resigned,
} from "./bundle.ts";
import type { Dice } from "./dice.ts";

/** What a forger has in hand: the bundle, one of the same case made before, and one of another case by the same maker. */
export type Hand = Record<"made" | "earlier" | "other", ExportedBundle>;

/** `anew`: everything that lists or signs is made again with a key of the forger's own, so that only the named key need tell. */
export type Tampering = { anew: boolean; tamper: (hand: Hand, roll: Dice) => Uint8Array };
type Change = (files: Files, roll: Dice, hand: Hand) => void;

/** Two different places of a row of `length`. */
function twoOf(length: number, roll: Dice): [number, number] {
  const one = roll(length);
  return [one, (one + 1 + roll(length - 1)) % length];
}

const flipped = (bytes: Uint8Array, roll: Dice): Buffer => {
  const copy = Buffer.from(bytes);
  copy[roll(copy.length)] ^= 1 + roll(255);
  return copy;
};

/** The archive as the product would write it around files that were changed and nothing else. */
const asIs =
  (change: Change): Tampering["tamper"] =>
  (hand, roll) => {
    const files = filesOf(hand.made.bytes);
    change(files, roll, hand);
    return repacked(files, hand.made.manifest.head.recordedAt.slice(0, 10));
  };

/** The same change, with the manifest listing what is there now and another key under it. */
const signedAnew =
  (change: Change): Tampering["tamper"] =>
  (hand, roll) => {
    const files = filesOf(hand.made.bytes);
    change(files, roll, hand);
    return resigned(files);
  };

/** A change of the log's events with every hash, number and the manifest's head made to fit, and another key under it. */
const chainedAnew =
  (change: LogChange): Tampering["tamper"] =>
  (hand, roll) => {
    const files = filesOf(hand.made.bytes);
    const lines = change(linesOf(files), roll, hand).map((line, at) => ({ ...line, seq: at + 1 }));
    const head = rechained(files, lines);
    return resigned(files, (manifest) => ({ ...manifest, head }));
  };

type Lines = ReturnType<typeof linesOf>;
type LogChange = (lines: Lines, roll: Dice, hand: Hand) => Lines;

const inLog =
  (change: LogChange): Change =>
  (files, roll, hand) => {
    files.set("log.jsonl", Buffer.concat(change(linesOf(files), roll, hand).map((line) => jsonBytes(line))));
  };

const reordered: LogChange = (lines, roll) => {
  const [one, other] = twoOf(lines.length, roll);
  return lines.map((line, at) => (at === one ? lines[other] : at === other ? lines[one] : line));
};
const leftOut: LogChange = (lines, roll) => lines.toSpliced(roll(lines.length), 1);
const toldTwice: LogChange = (lines, roll) =>
  lines.toSpliced(roll(lines.length + 1), 0, lines[roll(lines.length)]);
const fromElsewhere: LogChange = (lines, roll, { other }) => {
  const theirs = linesOf(filesOf(other.bytes));
  return lines.toSpliced(roll(lines.length), roll(2), theirs[roll(theirs.length)]);
};
const cutOff: LogChange = (lines, roll) => lines.slice(0, 1 + roll(lines.length - 1));
const bodiesSwapped: LogChange = (lines, roll) => {
  const [one, other] = twoOf(lines.length, roll);
  return lines.map((line, at) => {
    if (at !== one && at !== other) return line;
    return { ...line, body: lines[at === one ? other : one].body };
  });
};

const listed = (files: Files) =>
  [...files.keys()].filter((path) => !/^(manifest|signature|stamp)\.json$/.test(path));

const fileLeftOut: Change = (files, roll) => {
  const paths = listed(files);
  files.delete(paths[roll(paths.length)]);
};
const fileDoubled: Change = (files, roll) => {
  const paths = listed(files);
  const bytes = files.get(paths[roll(paths.length)]) ?? Buffer.alloc(0);
  files.set(`exhibits/${String(100 + roll(900))}-copy.pdf`, bytes);
};
const filesSwapped: Change = (files, roll) => {
  const paths = listed(files);
  const [one, other] = twoOf(paths.length, roll).map((at) => paths[at]);
  const kept = files.get(one) ?? Buffer.alloc(0);
  files.set(one, files.get(other) ?? kept).set(other, kept);
};
const anotherCases: Change = (files, roll, { other }) => {
  const theirs = filesOf(other.bytes);
  const paths = listed(files);
  const foreign = listed(theirs);
  const path = paths[roll(paths.length)];
  const same = theirs.get(path) ?? theirs.get(foreign[roll(foreign.length)]);
  files.set(path, same ?? Buffer.alloc(0));
};
const filesReordered: Change = (files, roll) => {
  const entries = [...files];
  const [one, other] = twoOf(entries.length, roll);
  [entries[one], entries[other]] = [entries[other], entries[one]];
  files.clear();
  for (const [path, bytes] of entries) files.set(path, bytes);
};

const flipIn =
  (named: (files: Files, roll: Dice) => string): Change =>
  (files, roll) => {
    const path = named(files, roll);
    files.set(path, flipped(files.get(path) ?? Buffer.alloc(1), roll));
  };
const aStamp = (files: Files, roll: Dice) => {
  const stamps = listed(files).filter((path) => path.startsWith("stamps/"));
  return stamps[roll(stamps.length)];
};
/** The stamps of two exhibits in each other's place: each is a true one, of another paper. */
const stampsSwapped: Change = (files, roll) => {
  const stamps = listed(files).filter((path) => path.startsWith("stamps/"));
  const [one, other] = twoOf(stamps.length, roll).map((at) => stamps[at]);
  const kept = files.get(one) ?? Buffer.alloc(0);
  files.set(one, files.get(other) ?? kept).set(other, kept);
};
/** The bundle's own stamp with another token in it. */
const inStamp =
  (change: (token: Buffer, roll: Dice, hand: Hand) => Buffer): Change =>
  (files, roll, hand) => {
    const stamp = JSON.parse(files.get("stamp.json")?.toString() ?? "");
    const token = change(Buffer.from(stamp.token, "base64"), roll, hand).toString("base64");
    files.set("stamp.json", jsonBytes({ ...stamp, token }));
  };
const ownTokenOf = ({ bytes }: ExportedBundle): Buffer =>
  Buffer.from(JSON.parse(filesOf(bytes).get("stamp.json")?.toString() ?? "").token, "base64");
const anExhibit = (files: Files, roll: Dice) => {
  const exhibits = listed(files).filter((path) => path.startsWith("exhibits/"));
  return exhibits[roll(exhibits.length)];
};

/** Takes files over from another bundle as they are. */
const takenFrom =
  (whose: "earlier" | "other", paths: readonly string[]): Change =>
  (files, _roll, hand) => {
    const theirs = filesOf(hand[whose].bytes);
    for (const path of paths) files.set(path, theirs.get(path) ?? Buffer.alloc(0));
  };

const inManifest =
  (change: (manifest: ReturnType<typeof manifestIn>, roll: Dice) => object): Change =>
  (files, roll) => {
    const manifest = manifestIn(files);
    files.set("manifest.json", jsonBytes({ ...manifest, ...change(manifest, roll) }));
  };
const ofTwo = <T>(list: readonly T[], roll: Dice, change: (one: T, other: T) => [T, T]): T[] => {
  const [one, other] = twoOf(list.length, roll);
  const copy = [...list];
  [copy[one], copy[other]] = change(list[one], list[other]);
  return copy;
};

const unsigned = (tamper: Tampering["tamper"]): Tampering => ({ anew: false, tamper });
const forged = (tamper: Tampering["tamper"]): Tampering => ({ anew: true, tamper });

/** Everything tried, by what was done. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  "a byte of the archive changed": unsigned(({ made }, roll) => flipped(made.bytes, roll)),
  "a byte of bundle.pdf changed": unsigned(asIs(flipIn(() => "bundle.pdf"))),
  "a byte of manifest.json changed": unsigned(asIs(flipIn(() => "manifest.json"))),
  "a byte of log.jsonl changed": unsigned(asIs(flipIn(() => "log.jsonl"))),
  "a byte of signature.json changed": unsigned(asIs(flipIn(() => "signature.json"))),
  "a byte of facts.json changed": unsigned(asIs(flipIn(() => "facts.json"))),
  "a byte of law.json changed": unsigned(asIs(flipIn(() => "law.json"))),
  "a byte of an exhibit changed": unsigned(asIs(flipIn(anExhibit))),
  "a byte of any file changed, signed anew": forged(
    signedAnew(flipIn((files, roll) => listed(files)[roll(listed(files).length)])),
  ),
  "a byte of an exhibit's stamp changed": unsigned(asIs(flipIn(aStamp))),
  "a byte of an exhibit's stamp changed, signed anew": forged(signedAnew(flipIn(aStamp))),
  "two exhibits' stamps swapped": unsigned(asIs(stampsSwapped)),
  "two exhibits' stamps swapped, signed anew": forged(signedAnew(stampsSwapped)),
  "a byte of the bundle's stamp changed": unsigned(asIs(flipIn(() => "stamp.json"))),
  "a byte of the bundle's token changed": unsigned(asIs(inStamp(flipped))),
  "the bundle's token is an older one": unsigned(
    asIs(inStamp((_token, _roll, { earlier }) => ownTokenOf(earlier))),
  ),
  "the stamp of another case's bundle": unsigned(asIs(takenFrom("other", ["stamp.json"]))),
  "the bundle's stamp left out": unsigned(asIs((files) => void files.delete("stamp.json"))),
  "the bundle's stamp left out, signed anew": forged(signedAnew((files) => void files.delete("stamp.json"))),
  "two events in each other's place": unsigned(asIs(inLog(reordered))),
  "two events in each other's place, signed anew": forged(signedAnew(inLog(reordered))),
  "two events in each other's place, chained and signed anew": forged(chainedAnew(reordered)),
  "an event left out": unsigned(asIs(inLog(leftOut))),
  "an event left out, signed anew": forged(signedAnew(inLog(leftOut))),
  "an event left out, chained and signed anew": forged(chainedAnew(leftOut)),
  "an event told twice": unsigned(asIs(inLog(toldTwice))),
  "an event told twice, chained and signed anew": forged(chainedAnew(toldTwice)),
  "an event of another case put in": unsigned(asIs(inLog(fromElsewhere))),
  "an event of another case put in, signed anew": forged(signedAnew(inLog(fromElsewhere))),
  "the bodies of two events swapped": unsigned(asIs(inLog(bodiesSwapped))),
  "the bodies of two events swapped, chained and signed anew": forged(chainedAnew(bodiesSwapped)),
  "the log cut off after an event": unsigned(asIs(inLog(cutOff))),
  "the log cut off after an event, chained and signed anew": forged(chainedAnew(cutOff)),
  "the log cut off within a line": unsigned(
    asIs((files, roll) => {
      const log = files.get("log.jsonl") ?? Buffer.alloc(0);
      files.set("log.jsonl", log.subarray(0, roll(log.length)));
    }),
  ),
  "a file left out": unsigned(asIs(fileLeftOut)),
  "a file left out, signed anew": forged(signedAnew(fileLeftOut)),
  "a file under a second name": unsigned(asIs(fileDoubled)),
  "a file under a second name, signed anew": forged(signedAnew(fileDoubled)),
  "two files swapped": unsigned(asIs(filesSwapped)),
  "two files swapped, signed anew": forged(signedAnew(filesSwapped)),
  "a file of another case in one's place": unsigned(asIs(anotherCases)),
  "a file of another case in one's place, signed anew": forged(signedAnew(anotherCases)),
  "the files in another order": unsigned(asIs(filesReordered)),
  "an entry of the index left out": unsigned(
    asIs(inManifest(({ exhibits }, roll) => ({ exhibits: exhibits.toSpliced(roll(exhibits.length), 1) }))),
  ),
  "two entries of the index in each other's place": unsigned(
    asIs(
      inManifest(({ exhibits }, roll) => ({
        exhibits: ofTwo(exhibits, roll, (one, other) => [other, one]),
      })),
    ),
  ),
  "two hashes of the list swapped": unsigned(
    asIs(
      inManifest(({ files }, roll) => ({
        files: ofTwo(files, roll, (one, other) => [
          { ...one, sha256: other.sha256 },
          { ...other, sha256: one.sha256 },
        ]),
      })),
    ),
  ),
  "the signature of another case": unsigned(asIs(takenFrom("other", ["signature.json"]))),
  "an old signature of the same case": unsigned(asIs(takenFrom("earlier", ["signature.json"]))),
  "an old manifest and its signature": unsigned(
    asIs(takenFrom("earlier", ["manifest.json", "signature.json"])),
  ),
  "an old log": unsigned(asIs(takenFrom("earlier", ["log.jsonl"]))),
  "an old log, signed anew": forged(signedAnew(takenFrom("earlier", ["log.jsonl"]))),
  "the manifest of another case and its signature": unsigned(
    asIs(takenFrom("other", ["manifest.json", "signature.json"])),
  ),
  "all of it signed anew": forged(signedAnew(() => {})),
  "the archive cut off": unsigned(({ made }, roll) => made.bytes.slice(0, roll(made.bytes.length))),
  "bytes put before, between or after": unsigned(({ made }, roll) => {
    const at = roll(made.bytes.length + 1);
    const more = Buffer.from(Array.from({ length: 1 + roll(64) }, () => roll(256)));
    return Buffer.concat([made.bytes.subarray(0, at), more, made.bytes.subarray(at)]);
  }),
  "bytes taken out": unsigned(({ made }, roll) => {
    const at = roll(made.bytes.length);
    return Buffer.concat([made.bytes.subarray(0, at), made.bytes.subarray(at + 1 + roll(64))]);
  }),
  "two bundles in a row": unsigned(({ made, other, earlier }, roll) => {
    const row = [made, [other, earlier, made][roll(3)]].map(({ bytes }) => bytes);
    return Buffer.concat(roll(2) === 0 ? row : row.reverse());
  }),
};
