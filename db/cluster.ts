import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type PostgresBinaries, postgresBinaries } from "./postgres-binaries.ts";
import {
  type Account,
  foreignNote,
  processMark,
  runAs,
  runningPostmaster,
  serverAccount,
} from "./postmaster.ts";

export type ClusterOptions = {
  /** Holds the database files, the server's log and the list of processes that use it. */
  dataDir: string;
  log?: (line: string) => void;
  /** Server settings over the defaults, such as `{ fsync: "off" }` for a database nobody will miss. */
  settings?: Record<string, string>;
};

export type Cluster = {
  /** Folder of the unix socket; there is no network port. */
  host: string;
  port: number;
  superuser: "postgres";
  /** Whether the server was already running for someone else. */
  reused: boolean;
  /** Stops the server once no other live process uses it. */
  stop(): Promise<void>;
};

type Place = {
  files: string;
  users: string;
  logFile: string;
  sockets: string;
  account: Account | null;
  binaries: PostgresBinaries;
  settings: Record<string, string>;
};

/** One start of this process that has not been stopped. */
type Use = { place: Place; ticket: string };

const uses = new Set<Use>();
let tickets = 0;

const startLimitMs = 120_000;
const stopLimitMs = 30_000;
const pollMs = 15;

/**
 * Starts a PostgreSQL server of our own on these files, or joins the one already running on them. Never runs it
 * as root. Safe to call from several processes at once: the files are made aside and renamed into place, and
 * PostgreSQL itself lets only one server open them.
 */
export async function startCluster({
  dataDir,
  log = () => {},
  settings = {},
}: ClusterOptions): Promise<Cluster> {
  const place = prepare(dataDir, settings);
  const ticket = join(place.users, `${process.pid}.${++tickets}`);
  fs.writeFileSync(ticket, processMark(process.pid));
  try {
    createFiles(place, log);
    const { postmaster, reused } = await launchOrJoin(place, log);
    const use = { place, ticket };
    uses.add(use);
    stopWithProcess();
    return {
      host: postmaster.sockets,
      port: postmaster.port,
      superuser: "postgres",
      reused,
      stop: () => leave(use),
    };
  } catch (error) {
    fs.rmSync(ticket, { force: true });
    throw error;
  }
}

function prepare(dataDir: string, settings: Record<string, string>): Place {
  fs.mkdirSync(dataDir, { recursive: true });
  const home = fs.realpathSync(dataDir);
  const files = join(home, "cluster");
  const account = serverAccount(files);
  const owner = account?.uid ?? process.getuid?.();
  const name = createHash("sha256").update(`${home} ${owner}`).digest("hex").slice(0, 12);
  const sockets = join(tmpdir(), `rung-${name}`);
  if (Buffer.byteLength(sockets) > 90) {
    throw new Error(`${sockets} is too long for a socket. Set TMPDIR to a shorter folder.`);
  }
  fs.mkdirSync(join(home, "users"), { recursive: true });
  return {
    files,
    users: join(home, "users"),
    logFile: join(home, "server.log"),
    sockets,
    account,
    binaries: postgresBinaries({ readableByAll: account !== null }),
    settings,
  };
}

/** `initdb` works beside the final name, so that a kill half-way leaves nothing that looks finished. */
function createFiles(place: Place, log: (line: string) => void) {
  const { files, binaries, account } = place;
  if (fs.existsSync(join(files, "PG_VERSION"))) return;
  log("Creating the database files.");
  const staging = `${files}.${process.pid}`;
  fs.rmSync(staging, { recursive: true, force: true });
  fs.mkdirSync(staging, { mode: 0o700 });
  if (account) fs.chownSync(staging, account.uid, account.gid);
  const options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"];
  const { path, spawnOptions } = runAs(account, staging);
  const made = spawnSync(binaries.initdb, ["-D", path, "--no-instructions", ...options], {
    ...spawnOptions,
    encoding: "utf8",
  });
  if (made.status !== 0) {
    fs.rmSync(staging, { recursive: true, force: true });
    throw new Error(
      `The database files could not be created.\n${made.error ?? ""}${made.stdout}${made.stderr}`,
    );
  }
  try {
    fs.renameSync(staging, files);
  } catch (error) {
    if (!fs.existsSync(join(files, "PG_VERSION"))) throw error;
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

async function launchOrJoin(place: Place, log: (line: string) => void) {
  const deadline = performance.now() + startLimitMs;
  let child: ChildProcess | undefined;
  let logFrom = 0;
  while (performance.now() < deadline) {
    const postmaster = runningPostmaster(place.files);
    if (postmaster?.status === "ready") return { postmaster, reused: postmaster.pid !== child?.pid };
    const childEnded = !child || child.exitCode !== null || child.signalCode !== null;
    if (!postmaster && childEnded) {
      if (child) refuseUnlessTransient(place, logFrom);
      const stale = foreignNote(place.files);
      if (stale) fs.rmSync(stale, { force: true });
      log("Starting the database.");
      logFrom = fs.statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0;
      child = launch(place);
      await spawned(child);
    }
    await sleep(pollMs);
  }
  throw new Error(`The database was not ready after ${startLimitMs / 1000} s.\n${logTail(place, logFrom)}`);
}

/** In a session of its own, so that Ctrl-C reaches us alone and the server outlives our last query. */
function launch(place: Place): ChildProcess {
  const { account, sockets, logFile } = place;
  prepareSockets(sockets, account);
  const settings = {
    listen_addresses: "",
    unix_socket_directories: sockets,
    timezone: "UTC",
    log_timezone: "UTC",
    ...place.settings,
  };
  const { path, spawnOptions } = runAs(account, place.files);
  const output = fs.openSync(logFile, "a");
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(place.binaries.postgres, ["-D", path, ...flags], {
    ...spawnOptions,
    detached: true,
    stdio: ["ignore", output, output],
  });
  fs.closeSync(output);
  child.unref();
  return child;
}

function spawned(child: ChildProcess) {
  return new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
}

function prepareSockets(sockets: string, account: Account | null) {
  const uid = account?.uid ?? process.getuid?.();
  fs.mkdirSync(sockets, { recursive: true, mode: 0o700 });
  if (account && fs.lstatSync(sockets).uid === 0) fs.chownSync(sockets, account.uid, account.gid);
  const found = fs.lstatSync(sockets);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Error(`${sockets} belongs to someone else. Remove it, or set TMPDIR to a folder of your own.`);
  }
}

/** Another process won the race, or the last server's children are still going: both pass by themselves. */
function refuseUnlessTransient(place: Place, logFrom: number) {
  const tail = logTail(place, logFrom);
  if (/lock file "postmaster\.pid" already exists|pre-existing shared memory block/.test(tail)) return;
  throw new Error(`The database did not start.\n${tail}`);
}

function logTail({ logFile }: Place, from: number) {
  const written = fs.readFileSync(logFile).subarray(from).toString("utf8").trimEnd();
  return `The end of ${logFile}:\n${written.split("\n").slice(-15).join("\n")}`;
}

async function leave(use: Use) {
  if (!uses.delete(use) || !askToStop(use)) return;
  const { files } = use.place;
  const deadline = performance.now() + stopLimitMs;
  while (runningPostmaster(files)) {
    if (performance.now() > deadline)
      throw new Error(`The database did not stop within ${stopLimitMs / 1000} s.`);
    await sleep(pollMs);
  }
}

/** Rolls back what is open and shuts down, unless another live process uses the server; says whether it asked. */
function askToStop({ place, ticket }: Use): boolean {
  fs.rmSync(ticket, { force: true });
  const postmaster = stillUsed(place) ? null : runningPostmaster(place.files);
  if (postmaster) process.kill(postmaster.pid, "SIGINT");
  return postmaster !== null;
}

function stillUsed({ users }: Place): boolean {
  return fs.readdirSync(users).some((ticket) => {
    const file = join(users, ticket);
    const alive = fs.readFileSync(file, "utf8") === processMark(Number.parseInt(ticket, 10));
    if (!alive) fs.rmSync(file, { force: true });
    return alive;
  });
}

let watching = false;

/** A process that ends without `stop()` still takes its server along; one that handles the signal decides itself. */
function stopWithProcess() {
  if (watching) return;
  watching = true;
  process.on("exit", () => uses.forEach(askToStop));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    const handler = async () => {
      if (process.listenerCount(signal) > 1) return;
      await Promise.allSettled([...uses].map(leave));
      process.off(signal, handler);
      process.kill(process.pid, signal);
    };
    process.prependListener(signal, handler);
  }
}
