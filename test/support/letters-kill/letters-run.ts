import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { newId } from "#app/domain/ids.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { documentStoreIn } from "#app/gateways/documents.server.ts";
import { verifyLicence } from "#app/use-cases/accounts/verify-licence.server.ts";
import { makeBatch } from "#app/use-cases/contact/make-batch.server.ts";
import { markPosted } from "#app/use-cases/contact/mark-posted.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { batchById } from "#db/queries/letter-batches.ts";
import type { TestCluster } from "#test/support/cluster.ts";
import { aCaseToWriteOn, ask, toMorning, verifiedByPost } from "#test/support/contact.ts";
import { cloneTemplate } from "#test/support/database.ts";
import { workerProcess } from "#test/support/due/kill-run.ts";
import { aLawyer, type Person, theAdmin, turnTo, value, type World, worldOn } from "#test/support/world.ts";

const zone = "Europe/London";
/** A case takes days to be engaged, and the law of its place has no cap on letters: few cases with many letters make the same batch. */
const mostCases = 25;

export type LettersResult = {
  letters: number;
  pages: number;
  kills: number;
  /** Kills after the worker had done something and before all was done. */
  amidst: number;
  /** Whether the file of the killed workers is, byte for byte, the one of those that nobody killed. */
  same: boolean;
  /** Steps in the logs that count a letter, and entries that say it was posted. */
  counted: number;
  posted: number;
  breaks: number;
};

type Given = {
  cluster: TestCluster;
  name: string;
  letters: number;
  kills: number;
  tell?: (what: string) => void;
};

/**
 * One batch, brought to the post twice from the same database: by a worker that nobody disturbs, and by workers that are killed (SIGKILL) at random
 * moments, each followed by another.
 */
export async function lettersRun({
  cluster,
  name,
  letters,
  kills,
  tell = () => {},
}: Given): Promise<LettersResult> {
  const prepared = await cloneTemplate(cluster, `${name}_prepared`);
  const batch = await prepare(await worldOn(prepared), letters, tell);
  const from = { ...cluster, template: prepared.owner.database ?? "" };
  const undisturbed = await brought(await cloneTemplate(from, `${name}_undisturbed`), {
    ...batch,
    kills: 0,
    tell,
  });
  const killed = await brought(await cloneTemplate(from, `${name}_killed`), { ...batch, kills, tell });
  const { bytes, ...told } = killed;
  return { ...told, same: Buffer.compare(bytes, undisturbed.bytes) === 0 };
}

type Batch = { batchId: string; lawyer: Person };

/** Cases with letters that wait, and a batch that has taken them; nothing of it is decided. */
async function prepare(world: World, letters: number, tell: (what: string) => void): Promise<Batch> {
  await turnTo(world, "2026-01-12T10:00:00Z");
  const lawyer = await aLawyer(world, { territory: "GB-EW" });
  const cases = [];
  const lettersOfCase = Math.max(4, Math.ceil(letters / mostCases));
  for (let at = 0; at < letters / lettersOfCase; at += 1) {
    if (at % 5 === 4) await lookedUpAgain(world, lawyer.licenceId);
    const one = await aCaseToWriteOn(world, { law: "GB-EW", email: `hattie${at}@hollyhock.example`, lawyer });
    await verifiedByPost(world, one);
    cases.push(one);
    tell(`${at + 1} cases`);
  }
  await toMorning(world, zone);
  const more = { template: "gb.first-notice.post", collectorAddress: "1 Quince Street, Leeds" };
  for (const one of cases) for (let no = 0; no < lettersOfCase; no += 1) value(await ask(world, one, more));
  const { batchId } = value(await makeBatch(world.ctx(lawyer.actor), { key: newId(world.now) }));
  await world.close();
  return { batchId, lawyer };
}

/** A register is looked up again within thirty days. */
async function lookedUpAgain(world: World, licenceId: string): Promise<void> {
  const admin = await theAdmin(world);
  const checkedOn = world.now.toISOString().slice(0, 10);
  const looked = { licenceId, register: "Register of the tests", checkedOn, reference: "T-1" };
  value(await verifyLicence(world.ctx(admin.actor), looked));
}

type Bringing = Batch & { kills: number; tell: (what: string) => void };

async function brought(
  databases: Awaited<ReturnType<typeof cloneTemplate>>,
  { batchId, lawyer, kills, tell }: Bringing,
): Promise<Omit<LettersResult, "same"> & { bytes: Uint8Array }> {
  const world = await worldOn(databases);
  const folder = mkdtempSync(join(tmpdir(), "rung-letters-"));
  try {
    const workers = { app: databases.app, folder };
    const first = await bring(world, { batchId, workers, until: "ready", kills: Math.ceil(kills / 2), tell });
    const postedOn = dateIn(zone, world.now);
    value(await markPosted(world.ctx(lawyer.actor), { batchId, postedOn }));
    const second = await bring(world, {
      batchId,
      workers,
      until: "posted",
      kills: Math.floor(kills / 2),
      tell,
    });
    const batch = await batchById(world.db, batchId);
    const bytes = await documentIn(world, folder, batch?.documentHash ?? "");
    const [{ counted, posted }] = await world.owner.execute<{ counted: number; posted: number }>(sql`
      select count(*) filter (where type = 'reminder')::int as counted,
        count(*) filter (where body::jsonb #>> '{payload,refs,postedLetter}' is not null)::int as posted
      from timeline_events`);
    const { breaks } = await checkLogs(world.db, world.services.secrets);
    return {
      ...{ bytes, counted, posted, breaks: breaks.length, kills, amidst: first + second },
      ...{ letters: batch?.letters ?? 0, pages: batch?.pages ?? 0 },
    };
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function documentIn(world: World, folder: string, hash: string): Promise<Uint8Array> {
  const bytes = await documentStoreIn(folder, world.services.secrets).get(world.db, hash);
  if (!bytes) throw new Error("The batch has no file");
  return bytes;
}

type Stage = {
  batchId: string;
  workers: { app: object; folder: string };
  until: "ready" | "posted";
  kills: number;
  tell: (what: string) => void;
};

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** The longest a worker lives once it has done its letters. */
const lifeMs = 400;

/** Has workers bring the batch to a state, killing so many of them on the way; answers how many were killed amid the work. */
async function bring(world: World, { batchId, workers, until, kills, tell }: Stage): Promise<number> {
  let amidst = 0;
  for (let left = kills; left >= 0; left -= 1) {
    const before = await standing(world, batchId);
    // The kills lie over the whole of the way, the last state before the end included.
    const share = (2 * before.left * Math.random()) / (left + 1);
    const { child, ended } = await workerProcess("test/support/letters-kill/letters-worker.ts", workers);
    let now = before;
    const hasDoneItsShare = () => left > 0 && (now.state !== before.state || before.left - now.left > share);
    while (now.state !== until && !hasDoneItsShare()) {
      await rest(50);
      now = await standing(world, batchId);
    }
    if (left > 0) await rest(Math.random() * lifeMs);
    child.kill("SIGKILL");
    await ended;
    const after = await standing(world, batchId);
    if (left > 0 && after.state !== until) amidst += 1;
    tell(`${after.state}, ${after.left} letters left`);
    if (after.state === until) break;
  }
  return amidst;
}

/** How far a batch is: its state, and how many of its letters are still to be decided, or to be posted. */
async function standing(world: World, batchId: string): Promise<{ state: string; left: number }> {
  const [row] = await world.owner.execute<{ state: string; left: number }>(sql`
    select b.state, (select count(*)::int from contact_messages m where m.batch_id = b.id
      and m.status in (case when b.state in ('posting', 'posted') then 'sending' else 'waiting' end)) as left
    from letter_batches b where b.id = ${batchId}`);
  return row;
}
