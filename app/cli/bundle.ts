import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { system } from "#app/domain/accounts/actor.ts";
import { bundleSchemas } from "#app/domain/bundle/schemas.ts";
import { isId } from "#app/domain/ids.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import {
  bundleSigner,
  type ExportedBundle,
  type ExportRefusal,
  exportBundle,
} from "#app/use-cases/bundle/export-bundle.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { allCaseIds, caseIdByCode } from "#db/queries/cases.ts";
import { withServices } from "./database.ts";
import { print, progress } from "./output.ts";

type BundleOptions = {
  case?: string;
  all?: boolean;
  out?: string;
  database?: string;
  schema?: boolean;
  json: boolean;
};

type Written = {
  caseId: string;
  code: string;
  file: string;
  bytes: number;
  events: number;
  exhibits: number;
  pages: number;
  unstamped: boolean;
};
type Failed = { caseId: string; what: string };

/** Writes one case's evidence bundle, or every case's into a folder; exit status 1 when one could not be made. */
export async function bundle({
  case: named,
  all,
  out,
  database,
  schema,
  json,
}: BundleOptions): Promise<void> {
  if (schema) return print(JSON.stringify(bundleSchemas(), null, 2));
  if (!out) throw new Error("Name where to write it: --out FILE, or --out FOLDER with --all.");
  if (!named === !all) throw new Error("Name a case, by its id or code, or ask for --all; not both.");
  await withServices(database, async (services) => {
    const now = await readClock(services.db);
    const ctx: Ctx = { ...services, actor: system, now, locale: "en" };
    const caseIds = named ? [await caseIdOf(ctx, named)] : await allCaseIds(ctx.db);
    const { written, failed } = await writeAll(ctx, caseIds, (made) =>
      named ? out : join(out, made.fileName),
    );
    const { fingerprint, publicKey } = bundleSigner(ctx);
    if (json) print(JSON.stringify({ bundles: written, failed, fingerprint, publicKey }));
    else report(written, fingerprint);
    for (const { caseId, what } of failed) process.stderr.write(`FAILED  ${caseId}: ${what}\n`);
    if (failed.length > 0) process.exitCode = 1;
  });
}

async function caseIdOf({ db }: Ctx, named: string): Promise<string> {
  const caseId = isId(named) ? named : await caseIdByCode(db, named);
  if (!caseId) throw new Error(`There is no case ${named}.`);
  return caseId;
}

/** One after the other, each written before the next is made: a case's files are all that is held at a time. */
async function writeAll(ctx: Ctx, caseIds: string[], pathOf: (made: ExportedBundle) => string) {
  const written: Written[] = [];
  const failed: Failed[] = [];
  for (const [at, caseId] of caseIds.entries()) {
    progress(at, caseIds.length, caseId);
    const made = await exportBundle(ctx, caseId);
    if (made.ok) written.push(await write(made.value, pathOf(made.value)));
    else failed.push({ caseId, what: wordsOf(made.error, caseId) });
    progress(at + 1, caseIds.length, caseId);
  }
  return { written, failed };
}

async function write({ bytes, code, manifest, unstamped }: ExportedBundle, file: string): Promise<Written> {
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, bytes, { mode: 0o600 });
  return {
    caseId: manifest.case.id,
    code,
    file,
    bytes: bytes.length,
    events: manifest.head.seq,
    exhibits: manifest.exhibits.length,
    pages: manifest.pages,
    unstamped,
  };
}

function wordsOf(refusal: ExportRefusal, caseId: string): string {
  switch (refusal.kind) {
    case "case-not-found":
      return `There is no case ${caseId}.`;
    case "exhibit-lost":
      return `The stored file of "${refusal.title}" is gone or changed: nothing gives ${refusal.sha256}.`;
    case "others-business":
      return "Another collector's business is in its log: it is its creditor's to hand on.";
    case "log-broken": {
      const [{ seq, what }] = refusal.breaks;
      return `Its log does not hold${seq === null ? "" : ` at event ${seq}`}: ${what}. See rung verify timeline.`;
    }
  }
}

function report(written: Written[], fingerprint: string): void {
  for (const { code, file, events, exhibits, pages, unstamped } of written) {
    print(`${code}  ${file}: ${events} events, ${exhibits} exhibits, ${pages} pages`);
    if (unstamped) print(`${code}  the time authority gave no stamp: made again today, it will have one`);
  }
  print(`Signed with key ${fingerprint}`);
}
