import { fork } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import postgres, { type Sql } from "postgres";
import type { ConnectionOptions } from "#db/client.ts";
import { startTestCluster } from "#test/support/cluster.ts";
import { cloneTemplate } from "#test/support/database.ts";
import { rounded } from "./measure.ts";
import type { Bench, Figure } from "./run.ts";

/** Ends in about a minute on a busy machine; `IMPORT_ROWS=1000000 npm run bench -- import` is the whole measurement. */
const rows = Number(process.env.IMPORT_ROWS ?? 400_000);
const flatAt = [Math.round(rows / 4), rows];

/**
 * A file of claims from its bytes to claims that are ready to tender, by the product's own code in a process of its own, beside
 * COPY of the very same rows, made ready beforehand, into the same table with the same indexes. The parser, the law, the seals
 * and the search for duplicates are ours alone. The server of the tests does not wait for the disk, which spares both alike.
 */
export const bench: Bench = async () => {
  const cluster = await startTestCluster();
  const folder = mkdtempSync(join(tmpdir(), "rung-bench-"));
  try {
    const figures: Figure[] = [];
    const peaks: number[] = [];
    for (const size of flatAt) {
      const file = join(folder, `claims-${size}.csv`);
      await writeClaims(file, size);
      const options = await cloneTemplate(cluster.database, `import_${size}`);
      const ours = await importing(options, file);
      if (ours.accepted !== size) throw new Error(`${ours.accepted} of ${size} claims were taken`);
      peaks.push(ours.peakMegabytes);
      if (size === rows) figures.push(...(await beside({ options, file, folder, ours })));
    }
    const [small, large] = peaks;
    figures.push({
      bench: "import",
      figure: large,
      unit: `MB resident at most while ${rows} rows are imported (${rounded(statSync(join(folder, `claims-${rows}.csv`)).size / 1e6)} MB of file)`,
      peer: `MB resident at most for ${flatAt[0]} rows`,
      peerFigure: small,
      ratio: rounded(small / large),
      n: rows,
    });
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await cluster.stop();
  }
};

type Imported = { seconds: number; peakMegabytes: number; accepted: number };

async function beside(given: {
  options: Databases;
  file: string;
  folder: string;
  ours: Imported;
}): Promise<Figure[]> {
  const { options, file, folder, ours } = given;
  const prepared = await copyPrepared(options.owner, join(folder, "prepared"));
  const bare = await copyFile(options.owner, file);
  const figure = rounded(rows / ours.seconds);
  const line = (peer: string, peerRate: number): Figure => ({
    bench: "import",
    figure,
    unit: "rows/s parsed, checked, searched for duplicates, sealed and stored, ready to tender",
    peer,
    peerFigure: rounded(peerRate),
    ratio: rounded(figure / peerRate),
    n: rows,
  });
  return [
    line("rows/s by COPY of the prepared rows into the same table with the same indexes", rows / prepared),
    line("rows/s by COPY of the file into one plain table without an index", rows / bare),
  ];
}

type Databases = { owner: ConnectionOptions; app: ConnectionOptions };

async function importing(options: Databases, file: string): Promise<Imported> {
  const path = fileURLToPath(new URL("./import/import-process.ts", import.meta.url));
  const child = fork(path, [JSON.stringify(options), file], { execArgv: ["--import", "tsx"] });
  const [answer] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`The import ended with ${code}`))),
  ]);
  return answer as Imported;
}

/** Puts the stored claims into a file, empties their table, and loads them again in one COPY. */
async function copyPrepared(options: ConnectionOptions, path: string): Promise<number> {
  const sql = connection(options);
  try {
    const columns =
      "case_id, portfolio_id, group_no, row_no, place_code, principal, due_on, limitation_last, name_key, sealed";
    await writeLines(sql, columns, path);
    await sql`truncate portfolio_claims`;
    const start = performance.now();
    const into = await sql.unsafe(`copy portfolio_claims (${columns}) from stdin`).writable();
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), into);
    return (performance.now() - start) / 1000;
  } finally {
    await sql.end();
  }
}

/** The stored claims as COPY reads them, byte strings with their backslash doubled. */
async function writeLines(sql: Sql, columns: string, path: string): Promise<void> {
  const texts = columns.split(", ").map((name) => `coalesce(replace(${name}::text, '\\', '\\\\'), '\\N')`);
  const into = createWriteStream(path);
  const lines = sql.unsafe<{ line: string }[]>(
    `select concat_ws(E'\\t', ${texts.join(", ")}) as line from portfolio_claims order by row_no`,
  );
  for await (const batch of lines.cursor(5_000)) {
    if (!into.write(`${batch.map(({ line }) => line).join("\n")}\n`)) await once(into, "drain");
  }
  into.end();
  await once(into, "finish");
}

async function copyFile(options: ConnectionOptions, path: string): Promise<number> {
  const sql = connection(options);
  try {
    await sql`create table plain_claims (reference text, debtor text, state text, zip text, amount text, due text, paid text,
      email text, phone text, address text)`;
    const start = performance.now();
    const into = await sql`copy plain_claims from stdin with (format csv, header)`.writable();
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), into);
    return (performance.now() - start) / 1000;
  } finally {
    await sql.end();
  }
}

const connection = ({ host, port, database, user }: ConnectionOptions): Sql =>
  postgres({ host, port, database, username: user, max: 1, onnotice: () => {} });

const states = ["CA 9", "NY 10", "FL 33", "TX 75", "IL 60", "PA 19", "OH 44", "NJ 07"] as const;

/** Claims against companies all over eight states, no two alike, with due dates over six years and two forms of dates. */
async function writeClaims(path: string, count: number): Promise<void> {
  const into = createWriteStream(path);
  into.write("Invoice No,Debtor,State,ZIP,Amount,Due date,Last payment,Email,Phone,Address\n");
  for (let from = 0; from < count; from += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, count - from) }, (_, at) => claimLine(from + at));
    if (!into.write(lines.join(""))) await once(into, "drain");
  }
  into.end();
  await once(into, "finish");
}

function claimLine(no: number): string {
  const [state, zip] = states[no % states.length].split(" ");
  const two = (figure: number) => String(figure).padStart(2, "0");
  const [year, month, day] = [2020 + (no % 6), 1 + (no % 12), 1 + (no % 28)];
  const amount = `"${(1 + (no % 90)).toString()},${two(no % 10)}0.${two(no % 100)}"`;
  const address = `"${no} Main Street, Suite ${no % 400}"`;
  return `INV-${no},"Debtor ${no} Trading, Inc.",${state},${zip}${String(no % 100).padStart(5 - zip.length, "1")},${amount},${month}/${day}/${year},${
    no % 3 === 0 ? `${two(day)}-Mar-${two((year + 1) % 100)}` : ""
  },ap${no}@debtor.example,+1 555 ${String(no % 1_000).padStart(3, "0")} ${String(no % 10_000).padStart(4, "0")},${address}\n`;
}
