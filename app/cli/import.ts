import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { MappingFile } from "#app/domain/portfolios/mapping.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import type { Ctx, Services } from "#app/use-cases/ctx.ts";
import { importFile, type Progress } from "#app/use-cases/portfolios/import-file.server.ts";
import {
  type ImportReport,
  importReport,
  refusalReport,
} from "#app/use-cases/portfolios/import-report.server.ts";
import { openImport } from "#app/use-cases/portfolios/open-import.server.ts";
import {
  readRejects,
  reasonWords,
  rejectsCsv,
  type ShownReject,
} from "#app/use-cases/portfolios/read-rejects.server.ts";
import { tryImport } from "#app/use-cases/portfolios/try-import.server.ts";
import { userByEmail } from "#db/queries/accounts.ts";
import { membershipsOf } from "#db/queries/organizations.ts";
import { findPortfolio } from "#db/queries/portfolios.ts";
import { withServices } from "./database.ts";
import { print, progress } from "./output.ts";

type ImportOptions = {
  file: string;
  creditor: string;
  mapping?: string;
  dryRun?: boolean;
  rejects?: string;
  leaveOutContacts?: boolean;
  database?: string;
  json: boolean;
};

/** Imports a file of claims for a creditor; exit status 1 when the file is refused or nothing in it could be taken. */
export async function importClaims({ file, creditor, database, ...options }: ImportOptions): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Error(`There is no file ${file}.`);
  const asked = await mappingIn(options.mapping);
  await withServices(database, async (services) => {
    const ctx = await ctxOf(services, creditor);
    await run(ctx, { path: file, asked, ...options });
  });
}

async function mappingIn(path: string | undefined): Promise<MappingFile | null> {
  if (!path) return null;
  const text = await readFile(path, "utf8").catch(() => {
    throw new Error(`There is no file ${path}.`);
  });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON.`);
  }
  const parsed = MappingFile.safeParse(given);
  if (!parsed.success) throw new Error(`${path} is not a mapping: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The creditor by the address of one of its members. */
async function ctxOf(services: Services, email: string): Promise<Ctx> {
  const user = await userByEmail(services.db, email.trim().toLowerCase());
  const membership =
    user && (await membershipsOf(services.db, user.id)).find(({ kind }) => kind === "creditor");
  if (!user || !membership) throw new Error(`There is no creditor with the address ${email}.`);
  const actor: Actor = {
    role: "creditor",
    userId: user.id,
    orgId: membership.orgId,
    member: membership.role,
    secondFactor: false,
  };
  return { ...services, actor, now: await readClock(services.db), locale: "en" };
}

type Run = Omit<ImportOptions, "file" | "creditor" | "database" | "mapping"> & {
  path: string;
  asked: MappingFile | null;
};

async function run(ctx: Ctx, { path, asked, dryRun, rejects, leaveOutContacts, json }: Run): Promise<void> {
  const source = { path, fileName: basename(path), asked };
  let opened = await openImport(ctx, source);
  if (!opened.ok && opened.error.kind === "contact-columns" && leaveOutContacts) {
    opened = await openImport(ctx, { ...source, asked: { ...asked, leaveOut: opened.error.columns } });
  }
  if (!opened.ok) return refused(refusalReport(opened.error), json);
  const folder = mkdtempSync(join(tmpdir(), "rung-import-"));
  try {
    const done = dryRun
      ? await tried(ctx, opened.value, join(folder, "rejects"))
      : await imported(ctx, opened.value);
    if ("refused" in done) return refused(done.refused, json);
    if (rejects) await writeTo(rejects, rejectsCsv(done.rejects()));
    await report(done, json);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Opened = Extract<Awaited<ReturnType<typeof openImport>>, { ok: true }>["value"];
type Done = { report: ImportReport; rejects: () => AsyncIterable<ShownReject> };
type Refused = { refused: ReturnType<typeof refusalReport> };

/** Refused rows wait in a file, so that memory does not grow with them. */
async function tried(ctx: Ctx, opened: Opened, spool: string): Promise<Done | Refused> {
  const into = createWriteStream(spool);
  const found = await tryImport(ctx, opened, {
    progress: show("tried"),
    rejects: (rows) => {
      for (const row of rows) into.write(`${JSON.stringify(row)}\n`);
    },
  });
  into.end();
  await once(into, "finish");
  if (!found.ok) return { refused: refusalReport(found.error) };
  const { counts } = found.value;
  return {
    report: importReport(opened, { counts, portfolio: null, already: false }),
    rejects: () => spooled(spool),
  };
}

async function* spooled(path: string): AsyncGenerator<ShownReject> {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line);
}

async function imported(ctx: Ctx, opened: Opened): Promise<Done | Refused> {
  const done = await importFile(ctx, opened, { progress: show("imported") });
  if (!done.ok) return { refused: refusalReport(done.error) };
  const portfolio = await findPortfolio(ctx.db, ctx.actor, done.value.portfolioId);
  const rejects = await readRejects(ctx, done.value.portfolioId);
  if (!portfolio || !rejects) throw new Error("The imported portfolio is gone.");
  const { counts, id, code, status } = portfolio;
  return {
    report: importReport(opened, { counts, portfolio: { id, code, status }, already: done.value.already }),
    rejects: async function* () {
      yield* (await readRejects(ctx, id)) ?? [];
    },
  };
}

const show =
  (verb: string) =>
  ({ bytes, of, counts }: Progress) =>
    progress(Math.min(bytes, of), of, `bytes, ${counts.rows} rows ${verb}`);

async function writeTo(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const into = createWriteStream(path, { mode: 0o600 });
  for await (const piece of pieces) if (!into.write(piece)) await once(into, "drain");
  into.end();
  await once(into, "finish");
}

function refused(report: ReturnType<typeof refusalReport>, json: boolean): void {
  if (json) print(JSON.stringify({ refused: report }));
  process.stderr.write(`${report.en}\n`);
  process.exitCode = 1;
}

/** One document, its list of refused rows written as it is read. */
async function report({ report, rejects }: Done, json: boolean): Promise<void> {
  const { counts } = report;
  if (counts.accepted === 0 && counts.duplicates === 0) process.exitCode = 1;
  if (!json) return words(report, rejects());
  process.stdout.write(`${JSON.stringify(report).slice(0, -1)},"rejects":[`);
  let separator = "";
  for await (const reject of rejects()) {
    const { rowNo, column, value, reason } = reject;
    const messages = { en: reasonWords("en", reject), zh: reasonWords("zh", reject) };
    const line = `${separator}\n${JSON.stringify({ row: rowNo, column, value, reason: reason.replace("import.reason.", ""), messages })}`;
    if (!process.stdout.write(line)) await once(process.stdout, "drain");
    separator = ",";
  }
  print("]}");
}

const shownRejects = 20;

async function words(report: ImportReport, rejects: AsyncIterable<ShownReject>): Promise<void> {
  const { counts, mapping, portfolio, file } = report;
  print(`${file.name}: ${file.format}${file.encoding ? `, ${file.encoding}` : ""}`);
  for (const [field, column] of Object.entries(mapping.columns)) print(`  ${field.padEnd(14)} ${column}`);
  for (const line of mapping.said) print(`  ${line}`);
  if (portfolio)
    print(`Portfolio ${portfolio.code}${report.already ? " was imported before; nothing changed." : ""}`);
  print(
    `${counts.rows} rows: ${counts.accepted} ${portfolio ? "taken" : "would be taken"} (${counts.barred} of them time-barred), ${counts.duplicates} duplicates, ${counts.rejected} refused`,
  );
  for (const [note, count] of Object.entries(counts.notes)) print(`  ${count} ${report.notes[note] ?? note}`);
  let shown = 0;
  for await (const reject of rejects) {
    if (shown++ === shownRejects) {
      print("  … more: --rejects FILE writes them all");
      break;
    }
    print(
      `  row ${reject.rowNo}, ${reject.column || "whole row"} "${reject.value}": ${reasonWords("en", reject)}`,
    );
  }
}
