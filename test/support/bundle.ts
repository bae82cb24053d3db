import { expect } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { Manifest } from "#app/domain/bundle/manifest.ts";
import { type ChainedEvent, canonicalJson, chainText, genesisHash } from "#app/domain/timeline/chain.ts";
import { type Entry, unzip, zipOf } from "#app/gateways/bundle-zip.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { type Signer, signerFrom } from "#app/gateways/signatures.server.ts";
import { type ExportedBundle, exportBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import { keepStamps } from "#app/use-cases/stamps/keep-stamps.server.ts";
import { climbToDemand, takeStep, tellFact } from "./ladder.ts";
import { anEngagedCase } from "./market.ts";
import { aLawyer, type Person, value, type World } from "./world.ts";

/** The files of a bundle, to be changed at will. */
export const filesOf = (zip: Uint8Array): Map<string, Buffer> =>
  new Map(value(unzip(zip)).map(({ path, bytes }) => [path, Buffer.from(bytes)]));

export type Files = ReturnType<typeof filesOf>;

export const manifestIn = (files: Files): Manifest =>
  Manifest.parse(JSON.parse(files.get("manifest.json")?.toString() ?? ""));

export const jsonBytes = (value: unknown) => Buffer.from(`${canonicalJson(value)}\n`);

/** Somebody else's key. */
export const stranger = (): Signer => signerFrom(Buffer.alloc(32, 7));

const dayIn = (files: Files) => manifestIn(files).head.recordedAt.slice(0, 10);

/** The archive of these files as the product would write it, whatever they say. */
export const repacked = (files: Files, on = dayIn(files)): Uint8Array =>
  zipOf(
    [...files].map(([path, bytes]): Entry => ({ path, bytes })),
    on,
  );

/** The forger's best: the manifest lists the files as they now are, and another key signs it. */
export function resigned(
  files: Files,
  change: (manifest: Manifest) => Manifest = (same) => same,
  signer = stranger(),
): Uint8Array {
  const manifest = manifestIn(files);
  const listed = [...files].filter(([path]) => !/^(manifest|signature|stamp)\.json$/.test(path));
  const bytes = jsonBytes(
    change({
      ...manifest,
      files: listed.map(([path, each]) => ({ path, size: each.length, sha256: sha256(each) })),
    }),
  );
  const { publicKey, fingerprint } = signer;
  const signature = signer.sign(bytes);
  files.set("manifest.json", bytes);
  files.set(
    "signature.json",
    jsonBytes({ algorithm: "Ed25519", over: "manifest.json", publicKey, fingerprint, signature }),
  );
  return repacked(files);
}

type Line = Record<string, string | number | null | { salt: string; text: string }>;

export const linesOf = (files: Files): Line[] =>
  (files.get("log.jsonl")?.toString() ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Writes the log, with every hash made anew, so that the chain itself tells nothing. Returns the new head. */
export function rechained(files: Files, lines: Line[]): Manifest["head"] {
  let prevHash = genesisHash;
  const chained = lines.map((line) => {
    const [occurredAt, recordedAt] = [new Date(String(line.occurredAt)), new Date(String(line.recordedAt))];
    const link = { ...line, occurredAt, recordedAt, prevHash } as unknown as ChainedEvent;
    prevHash = sha256(chainText(link));
    return { ...line, prevHash: link.prevHash, hash: prevHash };
  });
  files.set("log.jsonl", Buffer.concat(chained.map(jsonBytes)));
  return { seq: lines.length, hash: prevHash, recordedAt: String(lines.at(-1)?.recordedAt) };
}

/** A bundle of a case with a demand, a disputed claim with a note, and a call that was refused for it. */
export async function aBundle(world: World): Promise<ExportedBundle & { lawyer: Person; caseId: string }> {
  const lawyer = await aLawyer(world);
  const { caseId } = await anEngagedCase(world, lawyer);
  await climbToDemand(world, lawyer, caseId);
  value(await tellFact(world, lawyer, { caseId, type: "dispute", note: "They say it was paid." }));
  value(await takeStep(world, lawyer, { caseId, type: "call", outcome: "conversation" }));
  for (let more = 1; more > 0; ) more = value(await keepStamps(world.ctx(system)));
  return { ...value(await exportBundle(world.ctx(system), caseId)), lawyer, caseId };
}

/** What is found where everything but the key is in order: only the contents can betray the forger. */
export function flawsResigned(
  made: ExportedBundle,
  change: (files: Files) => ((manifest: Manifest) => Manifest) | undefined,
): string[] {
  const files = filesOf(made.bytes);
  const verdict = verifyBundle(resigned(files, change(files)));
  expect(verdict.fingerprint).toBe(stranger().fingerprint);
  return verdict.flaws.map(({ where, what }) => `${where}: ${what}`);
}
