import { setTimeout as pause } from "node:timers/promises";
import type { DocumentStore } from "#app/gateways/documents.server.ts";
import type { Secrets } from "#app/gateways/secrets.server.ts";
import type { Db, Reader } from "#db/client.ts";
import { type KeptRow, keptRows, type Rekeyed, whileRekeying, writeRekeyed } from "#db/queries/rekeying.ts";
import { type KeptPlace, keptPlaces } from "./kept-places.server.ts";
import { sealDocuments } from "./seal-documents.server.ts";

/** What became of one place: made anew in this run, still under a former key, and under no key that was given. */
export type PlaceReport = { name: string; done: number; left: number; unreadable: number; first?: string };

type Rotation = {
  owner: Db;
  documents: DocumentStore;
  secrets: Secrets;
  /** Rows of one transaction. */
  batch?: number;
  /** Told after each transaction; what it throws stops the run. */
  progress?: (name: string, done: number) => void | Promise<void>;
};

/**
 * Brings everything that lies under a former secret under the current one, in transactions of a few rows, and goes over each place until nothing
 * is left there: what the running product wrote meanwhile under a former one is found too. It keeps no account of its own, for each row says
 * itself under which key it is; killed, it is simply run again. What no given secret opens stays as it is and is told.
 */
export async function rotateKeys({
  owner,
  documents,
  secrets,
  batch = 200,
  progress,
}: Rotation): Promise<PlaceReport[]> {
  const reports: PlaceReport[] = await sealDocuments(owner, { documents, look: false, progress });
  for (const place of keptPlaces(secrets)) {
    let done = 0;
    let report = await lookAt(owner, place);
    for (let round = 0; report.left > 0 && round < maxRounds; round += 1) {
      const before = done;
      for await (const count of passOver(owner, place, batch)) {
        done += count;
        await progress?.(place.name, done);
      }
      if (done === before) await pause(heldMs);
      report = await lookAt(owner, place);
    }
    reports.push({ ...report, done });
  }
  return reports;
}

/** What lies where, read alone. */
export async function whatIsLeft({
  owner,
  documents,
  secrets,
}: Pick<Rotation, "owner" | "documents" | "secrets">): Promise<PlaceReport[]> {
  const reports: PlaceReport[] = await sealDocuments(owner, { documents, look: true });
  for (const place of keptPlaces(secrets)) reports.push(await lookAt(owner, place));
  return reports;
}

/** Rows that somebody holds are passed over and met again in the next round; a product at work holds none for long. */
const maxRounds = 50;
const heldMs = 100;
const looked = 1_000;

async function* passOver(owner: Db, place: KeptPlace, limit: number): AsyncGenerator<number> {
  let after: KeptRow | null = null;
  do {
    const from = after;
    const turn: { rows: KeptRow[]; done: number } = await whileRekeying(owner, async (tx) => {
      const rows = await keptRows(tx, place, { after: from, limit }, true);
      const rekeyed = rows.flatMap((row): Rekeyed[] => {
        const made = tried(place, row);
        return made.kind === "anew" ? [{ row, columns: made.columns }] : [];
      });
      await writeRekeyed(tx, place, rekeyed);
      return { rows, done: rekeyed.length };
    });
    after = turn.rows.at(-1) ?? null;
    yield turn.done;
  } while (after);
}

async function lookAt(reader: Reader, place: KeptPlace): Promise<PlaceReport> {
  const report: PlaceReport = { name: place.name, done: 0, left: 0, unreadable: 0 };
  let after: KeptRow | null = null;
  do {
    const rows: KeptRow[] = await keptRows(reader, place, { after, limit: looked }, false);
    for (const row of rows) {
      const made = tried(place, row);
      if (made.kind === "anew") report.left += 1;
      if (made.kind !== "unreadable") continue;
      report.unreadable += 1;
      report.first ??= `${Object.keys(place.key)
        .map((column) => row[column])
        .join(" ")}: ${made.why}`;
    }
    after = rows.at(-1) ?? null;
  } while (after);
  return report;
}

type Tried =
  | { kind: "current" }
  | { kind: "anew"; columns: Record<string, string | null> }
  | { kind: "unreadable"; why: string };

function tried(place: KeptPlace, row: KeptRow): Tried {
  try {
    const columns = place.anew(row);
    return columns ? { kind: "anew", columns } : { kind: "current" };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      kind: "unreadable",
      why: /^Sealed|^Made/.test(why) ? why : "Opens under no secret that was given",
    };
  }
}
