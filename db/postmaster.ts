import { spawnSync } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reachableByAll } from "./postgres-binaries.ts";

/** The operating-system account a server runs under when we are root: PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number };

export type Postmaster = { pid: number; port: number; sockets: string; status: string };

/** Null when we may run the server as ourselves. Files that exist keep their owner; new ones go to `nobody`. */
export function serverAccount(files: string): Account | null {
  const found = lstatSync(files, { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self !== 0) {
    if (found && found.uid !== self)
      throw new Error(`${files} belongs to another account (uid ${found.uid}).`);
    return null;
  }
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : nobody();
}

function nobody(): Account {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  if (!line)
    throw new Error("Root cannot run the database and there is no account `nobody`. Run as a normal user.");
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * How to name a folder to a program that runs as another account. Node enters the folder before it drops root,
 * so on Linux the working directory stays usable even below folders the account may not pass.
 */
export function runAs(account: Account | null, folder: string) {
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C" };
  if (!account) return { path: folder, spawnOptions: { cwd: folder, env } };
  const hidden = !reachableByAll(join(folder, ".."));
  if (hidden && process.platform !== "linux") {
    throw new Error(
      `Root cannot open ${folder} to the database's account. Set DATA_DIR to a folder all may pass.`,
    );
  }
  return { path: hidden ? "/proc/self/cwd" : folder, spawnOptions: { cwd: folder, env, ...account } };
}

/** The server that holds these files now; null where there is none or only the note of a dead one. */
export function runningPostmaster(files: string): Postmaster | null {
  const note = noteIn(files);
  return note && commandOf(note.pid).includes(`unix_socket_directories=${note.sockets}`) ? note : null;
}

/** A note of a dead server whose number another program now has, which PostgreSQL would take for a live server. */
export function foreignNote(files: string): string | null {
  const note = noteIn(files);
  const foreign = note && commandOf(note.pid) !== "" && !runningPostmaster(files);
  return foreign ? join(files, "postmaster.pid") : null;
}

/** Lines of `postmaster.pid`: pid, data folder, start, port, socket folder, address, shared memory, status. */
function noteIn(files: string): Postmaster | null {
  const lines = readIfThere(join(files, "postmaster.pid")).split("\n");
  const pid = Number(lines[0]);
  if (!pid) return null;
  return { pid, port: Number(lines[3]), sockets: lines[4] ?? "", status: (lines[7] ?? "").trim() };
}

function commandOf(pid: number): string {
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  }
  return readIfThere(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

/** Tells this process from a later one with the same number; empty when there is no such process. */
export function processMark(pid: number): string {
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  }
  const stat = readIfThere(`/proc/${pid}/stat`);
  const startedAtTick = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return startedAtTick ? `${readIfThere("/proc/sys/kernel/random/boot_id").trim()} ${startedAtTick}` : "";
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
