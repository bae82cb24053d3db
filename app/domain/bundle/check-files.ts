import { exhibitFile } from "./exhibit-file.ts";
import { type Manifest, stampFile } from "./manifest.ts";
import type { Flaw } from "./verdict.ts";

type Checks = {
  digest: (bytes: Uint8Array) => string;
  progress: (done: number, total: number, what: string) => void;
};

/** The archive holds what the manifest lists, in its order, each with its size and hash, and nothing besides. */
export function checkFiles(
  manifest: Manifest,
  entries: readonly { path: string; bytes: Uint8Array }[],
  { digest, progress }: Checks,
): Flaw[] {
  const flaws: Flaw[] = [];
  const present = new Map(entries.map(({ path, bytes }) => [path, bytes]));
  const listed = manifest.files.map(({ path }) => path);
  const due = ["manifest.json", ...listed, "signature.json", ...(manifest.stamp ? [manifest.stamp] : [])];
  for (const path of due.filter((each) => !present.has(each))) flaws.push({ where: path, what: "missing" });
  for (const path of [...present.keys()].filter((each) => !due.includes(each))) {
    flaws.push({ where: path, what: "in the archive and not in the manifest" });
  }
  if (flaws.length === 0 && [...present.keys()].join() !== due.join()) {
    flaws.push({ where: "the archive", what: "its files are not in the manifest's order" });
  }
  for (const [at, { path, size, sha256: hash }] of manifest.files.entries()) {
    const bytes = present.get(path);
    if (bytes && bytes.length !== size)
      flaws.push({ where: path, what: `${bytes.length} bytes, not ${size}` });
    if (bytes && digest(bytes) !== hash)
      flaws.push({ where: path, what: "changed: it no longer gives the hash" });
    progress(at + 1, manifest.files.length, path);
  }
  return flaws;
}

const besides = ["bundle.pdf", "log.jsonl", "facts.json", "law.json"];

/** The index is the exhibits in the bundle: every one once, under its own name, with the hash of its file. */
export function checkExhibits({ exhibits, files, pages }: Manifest): Flaw[] {
  const flaws: Flaw[] = [];
  const stamps = exhibits.flatMap(({ stamp }) => (stamp ? [stamp.file] : []));
  const due = [...besides, ...exhibits.map(({ file }) => file), ...stamps];
  if (files.map(({ path }) => path).join() !== due.join()) {
    flaws.push({ where: "manifest.json", what: "its files are not those of the index of exhibits" });
  }
  const byPath = new Map(files.map((file) => [file.path, file]));
  let page = 0;
  for (const [at, exhibit] of exhibits.entries()) {
    const found = (what: string) => flaws.push({ where: exhibit.file, what });
    const file = byPath.get(exhibit.file);
    if (file && (file.sha256 !== exhibit.sha256 || file.size !== exhibit.size)) {
      found("the index of exhibits gives it another hash or size");
    }
    if (exhibit.number !== at + 1 || exhibit.file !== exhibitFile(at + 1, exhibit)) {
      found(`not the file of exhibit ${at + 1}`);
    }
    if (exhibit.stamp && exhibit.stamp.file !== stampFile(exhibit.number)) found("not its own time stamp");
    if ((exhibit.pages === null) !== (exhibit.unshown !== null)) found("both shown and not shown");
    const { first, last } = exhibit.pages ?? { first: exhibit.sheet + 1, last: exhibit.sheet };
    if (exhibit.sheet <= page || first !== exhibit.sheet + 1 || (exhibit.pages && last < first)) {
      found("its pages do not follow one another");
    }
    page = last;
  }
  if (page > pages) flaws.push({ where: "manifest.json", what: "the index leads beyond the last page" });
  const ids = new Set(exhibits.map(({ id }) => id));
  if (ids.size !== exhibits.length)
    flaws.push({ where: "manifest.json", what: "an exhibit is listed twice" });
  return flaws;
}
