import { checkExhibits, checkFiles } from "#app/domain/bundle/check-files.ts";
import { checkLaw, checkLog, factsText } from "#app/domain/bundle/check-log.ts";
import { LawCited } from "#app/domain/bundle/law-cited.ts";
import { Manifest, Signature } from "#app/domain/bundle/manifest.ts";
import type { Flaw, Verdict } from "#app/domain/bundle/verdict.ts";
import { strayByte, unzip } from "#app/gateways/bundle-zip.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { fingerprintOf, isSignedBy } from "#app/gateways/signatures.server.ts";
import { type BundledFiles, readJson, textOf } from "#app/use-cases/bundle/bundled-files.ts";
import { checkStamps } from "./check-stamps.server.ts";

type Options = {
  /** Fingerprint of the key it must be signed with. */
  pin?: string | null;
  /** Roots to which its time stamps must lead, in PEM. */
  roots?: readonly string[] | null;
  progress?: (done: number, total: number, what: string) => void;
};

/** Whether a bundle holds, by nothing but its own bytes: no database, no network, no clock. */
export function verifyBundle(
  zip: Uint8Array,
  { pin = null, roots = null, progress = () => {} }: Options = {},
): Verdict {
  const opened = unzip(zip);
  if (!opened.ok) return verdictOf({ flaws: opened.error, pin });
  const entries = new Map(opened.value.map(({ path, bytes }) => [path, bytes]));
  const signed = checkSignature(entries, pin);
  const read = readJson(entries, "manifest.json", Manifest);
  if (typeof read === "string") {
    return verdictOf({ ...signed, pin, flaws: [...signed.flaws, { where: "manifest.json", what: read }] });
  }
  const stray = strayByte(zip, opened.value, dayOf(read));
  const flaws = [
    ...signed.flaws,
    ...(stray ? [stray] : []),
    ...checkFiles(read, opened.value, { digest: sha256, progress }),
    ...checkExhibits(read),
  ];
  const told = checkContents(read, entries);
  const stamped = checkStamps(read, entries, roots);
  return verdictOf({
    pin,
    manifest: read,
    fingerprint: signed.fingerprint,
    stamps: stamped.count,
    traced: roots !== null && stamped.count > 0,
    flaws: [...flaws, ...told.flaws, ...stamped.flaws],
    notes: [...told.notes, ...stamped.notes],
  });
}

/** The day the archive's entries bear: that of the log's last event. */
export const dayOf = ({ head }: Manifest): string => head.recordedAt.slice(0, 10);

type Found = {
  flaws: Flaw[];
  notes?: string[];
  pin: string | null;
  manifest?: Manifest;
  fingerprint?: string | null;
  stamps?: number;
  traced?: boolean;
};

function verdictOf({ flaws, notes = [], pin, manifest, fingerprint = null, ...stamped }: Found): Verdict {
  return {
    holds: flaws.length === 0,
    flaws,
    notes,
    case: manifest ? { id: manifest.case.id, code: manifest.case.code } : null,
    events: manifest?.head.seq ?? 0,
    exhibits: manifest?.exhibits.length ?? 0,
    files: manifest ? manifest.files.length + (manifest.stamp ? 3 : 2) : 0,
    stamps: stamped.stamps ?? 0,
    traced: stamped.traced ?? false,
    fingerprint,
    pinned: pin !== null,
  };
}

function checkSignature(
  files: BundledFiles,
  pin: string | null,
): { flaws: Flaw[]; fingerprint: string | null } {
  const where = "signature.json";
  const read = readJson(files, where, Signature);
  if (typeof read === "string") return { flaws: [{ where, what: read }], fingerprint: null };
  const manifest = files.get("manifest.json") ?? new Uint8Array();
  const fingerprint = fingerprintOf(read.publicKey);
  const flaws: Flaw[] = [];
  if (fingerprint !== read.fingerprint) flaws.push({ where, what: "the fingerprint is not that of the key" });
  if (!isSignedBy(read, manifest))
    flaws.push({ where, what: "the signature is not over this manifest.json" });
  if (pin !== null && fingerprint !== pin) {
    flaws.push({ where, what: `signed with another key: ${fingerprint}, not ${pin}` });
  }
  return { flaws, fingerprint };
}

function checkContents(manifest: Manifest, files: BundledFiles): { flaws: Flaw[]; notes: string[] } {
  const log = files.get("log.jsonl");
  if (!log) return { flaws: [], notes: [] };
  const { flaws, notes, events } = checkLog(textOf(log), manifest, sha256);
  const facts = files.get("facts.json");
  if (facts && textOf(facts) !== factsText(events)) {
    flaws.push({ where: "facts.json", what: "not what the replay of the log gives" });
  }
  const law = readJson(files, "law.json", LawCited);
  if (typeof law === "string") return { flaws: [...flaws, { where: "law.json", what: law }], notes };
  const told = checkLaw(law, events);
  return { flaws: [...flaws, ...told.flaws], notes: [...notes, ...told.notes] };
}
