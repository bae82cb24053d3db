import { BundleStamp, type Manifest, Signature } from "#app/domain/bundle/manifest.ts";
import type { Flaw } from "#app/domain/bundle/verdict.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { isSignedBy } from "#app/gateways/signatures.server.ts";
import { readStamp, type Stamp } from "#app/gateways/time-stamp-token.server.ts";
import { type BundledFiles, readJson } from "./bundled-files.ts";

type Roots = readonly string[] | null;
type Told = { flaws: Flaw[]; notes: string[]; count: number };

/** The time stamps of a bundle: each is over what it says, at the time it says, by the authority it says, and leads to a root where some are named. */
export function checkStamps(manifest: Manifest, files: BundledFiles, roots: Roots): Told {
  const flaws: Flaw[] = [];
  const authorities = new Set<string>();
  let count = 0;
  for (const { stamp, sha256: hash } of manifest.exhibits) {
    const token = stamp && files.get(stamp.file);
    if (!stamp || !token) continue;
    const read = readStamp(token, { sha256: hash, nonce: null, roots });
    const found = (what: string) => flaws.push({ where: stamp.file, what });
    if (!read.ok) found(read.error);
    else if (!isTold(read.value, stamp)) found("of another time or authority than the index says");
    else authorities.add(stamp.by);
    count += 1;
  }
  if (manifest.stamp) {
    const read = bundleStamp(files, roots);
    if (typeof read === "string") flaws.push({ where: manifest.stamp, what: read });
    else authorities.add(read.by);
    count += 1;
  }
  return { flaws, count, notes: notesOf([...authorities], { roots, count }) };
}

const isTold = ({ at, by }: Stamp, told: { at: string; by: string }) =>
  at.toISOString() === told.at && by === told.by;

/** The token over the manifest, put there by whoever signed it; or what is wrong with it. */
function bundleStamp(files: BundledFiles, roots: Roots): Stamp | string {
  const read = readJson(files, "stamp.json", BundleStamp);
  if (typeof read === "string") return read;
  const signed = readJson(files, "signature.json", Signature);
  const token = Buffer.from(read.token, "base64");
  if (typeof signed === "string" || token.toString("base64") !== read.token)
    return "not put there by whoever signed";
  if (!isSignedBy({ publicKey: signed.publicKey, signature: read.signature }, token))
    return "not put there by whoever signed";
  const hash = sha256(files.get("manifest.json") ?? new Uint8Array());
  const stamp = readStamp(token, { sha256: hash, nonce: null, roots });
  return stamp.ok ? stamp.value : stamp.error;
}

function notesOf(authorities: string[], { roots, count }: { roots: Roots; count: number }): string[] {
  if (roots && count === 0) return ["no time authority has stamped anything in it"];
  if (roots || authorities.length === 0) return [];
  return [
    `stamped by ${authorities.join(", ")}: whether that is a time authority you trust was not checked; name its root with --tsa`,
  ];
}
