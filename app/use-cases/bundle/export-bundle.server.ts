import { factsText } from "#app/domain/bundle/check-log.ts";
import { exhibitFile } from "#app/domain/bundle/exhibit-file.ts";
import { lawCited } from "#app/domain/bundle/law-cited.ts";
import { logLine } from "#app/domain/bundle/log-line.ts";
import {
  type BundleStamp,
  formatVersion,
  type Manifest,
  type Signature,
  stampFile,
} from "#app/domain/bundle/manifest.ts";
import { packsIn } from "#app/domain/law/book.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { type BoundBundle, bundlePdf } from "#app/gateways/bundle-pdf.server.ts";
import { type Entry, zipOf } from "#app/gateways/bundle-zip.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Signer } from "#app/gateways/signatures.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { stampNow } from "#app/use-cases/stamp-now.server.ts";
import { eventFrom } from "#db/queries/timeline.ts";
import { bundleWords, languageOf } from "./bundle-words.ts";
import { type Gathered, type GatherRefusal, gatherCase } from "./gather-case.server.ts";
import { dayOf } from "./verify-bundle.server.ts";

export type ExportRefusal = GatherRefusal | { kind: "exhibit-lost"; title: string; sha256: string };

export type ExportedBundle = {
  fileName: string;
  code: string;
  bytes: Uint8Array;
  manifest: Manifest;
  signer: Signer;
  /** A time authority is set up, and it gave no token. */
  unstamped: boolean;
};

/** The key bundles are signed with: the application's own, so that its fingerprint can be published once. */
export const bundleSigner = ({ secrets }: Pick<Ctx, "secrets">): Signer => secrets.signer("evidence-bundle");

/**
 * A case's evidence bundle, complete or not at all. A pure function of the case, the law book, the actor and the
 * day: made twice on one day it is the same bytes.
 */
export async function exportBundle(ctx: Ctx, caseId: string): Promise<Result<ExportedBundle, ExportRefusal>> {
  const gathered = await gatherCase(ctx, caseId);
  if (!gathered.ok) return gathered;
  const originals = await originalsOf(ctx, gathered.value);
  if (!originals.ok) return originals;
  const signer = bundleSigner(ctx);
  const madeOn = ctx.now.toISOString().slice(0, 10);
  const record = recordOf(gathered.value);
  const bound = await bundlePdf(originals.value, (outcomes) =>
    bundleWords(gathered.value, {
      madeOn,
      fingerprint: signer.fingerprint,
      hashes: { log: sha256(record.log), facts: sha256(record.facts), law: sha256(record.law) },
      files: originals.value.map(({ path }) => path),
      outcomes,
    }),
  );
  const files: Entry[] = [
    { path: "bundle.pdf", bytes: bound.bytes },
    { path: "log.jsonl", bytes: record.log },
    { path: "facts.json", bytes: record.facts },
    { path: "law.json", bytes: record.law },
    ...originals.value.map(({ path, bytes }) => ({ path, bytes })),
    ...tokensOf(gathered.value),
  ];
  const manifest = manifestOf(gathered.value, { files, bound, madeOn, by: ctx.actor });
  const { code } = gathered.value.kase;
  const fileName = `bundle-${code}.zip`;
  return ok({ fileName, code, signer, ...(await stamped(ctx, manifest, { files, signer })) });
}

type Parts = { files: Entry[]; signer: Signer };

/**
 * The archive with a time authority's token over its manifest, where one is set up and answers. The manifest says that there is one, so that it
 * cannot be taken out; where there is none it says nothing, and the bundle is whole without.
 */
async function stamped(ctx: Ctx, plain: Manifest, { files, signer }: Parts) {
  const { timeAuthority } = ctx;
  const asked: Manifest = { ...plain, stamp: "stamp.json" };
  const token = timeAuthority && (await stampNow(ctx, timeAuthority, sha256(listing(asked))));
  const manifest = token ? asked : plain;
  return {
    manifest,
    bytes: sealed(manifest, { files, signer, token }),
    unstamped: timeAuthority !== null && !token,
  };
}

/** The tokens over the exhibits that there are, in the order of these. */
const tokensOf = ({ evidence, stamps }: Gathered): Entry[] =>
  evidence.flatMap(({ sha256: hash }, at) => {
    const kept = stamps.get(hash);
    return kept ? [{ path: stampFile(at + 1), bytes: Buffer.from(kept.token, "base64") }] : [];
  });

type Original = Entry & { mediaType: string };

/** The exhibits' bytes as they were handed in. One that is lost or no longer itself stops the bundle. */
async function originalsOf(
  { db, documents }: Ctx,
  { evidence }: Gathered,
): Promise<Result<Original[], ExportRefusal>> {
  const originals: Original[] = [];
  for (const [at, item] of evidence.entries()) {
    const bytes = await documents.get(db, item.sha256);
    if (!bytes || sha256(bytes) !== item.sha256) {
      return err({ kind: "exhibit-lost", title: item.title, sha256: item.sha256 });
    }
    originals.push({ path: exhibitFile(at + 1, item), bytes, mediaType: item.mediaType });
  }
  return ok(originals);
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");

/** What the log says, in full and replayed, and the law it cites. */
function recordOf({ links, notes, book }: Gathered) {
  const events = links.map((link) => ({ link, ...eventFrom(link) }));
  const rows = new Map<string, ReturnType<typeof packsIn>[number]["rows"]>(
    packsIn(book).map((pack) => [pack.id, pack.rows]),
  );
  const law = lawCited(events, (packId) => rows.get(packId) ?? []);
  return {
    log: bytesOf(links.map((link) => `${logLine(link, notes.get(link.seq) ?? null)}\n`).join("")),
    facts: bytesOf(factsText(events)),
    law: bytesOf(`${canonicalJson(law)}\n`),
  };
}

type Made = { files: Entry[]; bound: BoundBundle; madeOn: string; by: Ctx["actor"] };

function manifestOf(gathered: Gathered, { files, bound, madeOn, by }: Made): Manifest {
  const { kase, links, pack, evidence } = gathered;
  const last = links.at(-1);
  if (!last) throw new Error(`Case ${kase.caseId} has no events`);
  return {
    format: "rung-evidence-bundle",
    version: formatVersion,
    case: { id: kase.caseId, code: kase.code, jurisdiction: kase.jurisdiction, stage: kase.stage },
    pack: {
      id: pack.id,
      version: pack.version,
      signedOffBy: pack.signedOffBy,
      signedOffOn: pack.signedOffOn,
    },
    language: languageOf(gathered),
    head: { seq: last.seq, hash: last.hash, recordedAt: last.recordedAt.toISOString() },
    made: { by: { role: by.role, userId: by.userId, orgId: by.orgId }, on: madeOn },
    pages: bound.pages,
    exhibits: evidence.map((item, at) => ({
      number: at + 1,
      id: item.id,
      file: exhibitFile(at + 1, item),
      sha256: item.sha256,
      size: item.sizeBytes,
      kind: item.kind,
      title: item.title,
      fileName: item.fileName,
      mediaType: item.mediaType,
      addedAt: item.addedAt.toISOString(),
      ...bound.placed[at],
      ...stampOf(item.sha256, at, gathered),
    })),
    files: files.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) })),
  };
}

function stampOf(hash: string, at: number, { stamps }: Gathered) {
  const kept = stamps.get(hash);
  if (!kept) return {};
  return { stamp: { file: stampFile(at + 1), at: kept.stampedAt.toISOString(), by: kept.stampedBy } };
}

const listing = (manifest: Manifest) => bytesOf(`${canonicalJson(manifest)}\n`);

/** The archive around the files: the manifest before them, the signature over it and the stamp after them. */
function sealed(manifest: Manifest, { files, signer, token }: Parts & { token: Buffer | null }): Uint8Array {
  const listed = listing(manifest);
  const signature: Signature = {
    algorithm: "Ed25519",
    over: "manifest.json",
    publicKey: signer.publicKey,
    fingerprint: signer.fingerprint,
    signature: signer.sign(listed),
  };
  return zipOf(
    [
      { path: "manifest.json", bytes: listed },
      ...files,
      { path: "signature.json", bytes: bytesOf(`${canonicalJson(signature)}\n`) },
      ...(token ? [{ path: "stamp.json", bytes: stampIn(token, signer) }] : []),
    ],
    dayOf(manifest),
  );
}

function stampIn(token: Buffer, signer: Signer): Uint8Array {
  const stamp: BundleStamp = {
    over: "manifest.json",
    token: token.toString("base64"),
    signature: signer.sign(token),
  };
  return bytesOf(`${canonicalJson(stamp)}\n`);
}
