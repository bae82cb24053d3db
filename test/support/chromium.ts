import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { projectRoot } from "./project.ts";

export type Chromium = { executablePath: string; env: Record<string, string>; args: string[] };

/** The package's own list is left aside: it switches web security off and runs everything in one process. */
const args = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

const advice = "Install Chromium or Chrome, or set CHROMIUM_PATH.";
const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macApps = ["Google Chrome", "Chromium"].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);

/**
 * The browser for the journeys: `CHROMIUM_PATH`, or one that is installed and runs, or the one npm brought,
 * unpacked once with the libraries a bare machine lacks. Throws, naming the ways out, where none of them runs.
 */
export function findChromium({ env = process.env, cache = join(projectRoot, ".cache") } = {}): Chromium {
  const installed = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : installedIn(env.PATH ?? "");
  for (const executablePath of installed) {
    if (reasonNotToRun(executablePath, env) === null) return { executablePath, env: {}, args };
  }
  if (env.CHROMIUM_PATH) {
    throw new Error(`CHROMIUM_PATH does not run: ${reasonNotToRun(env.CHROMIUM_PATH, env)}`);
  }
  const unpacked = unpackedChromium(cache, env);
  const reason = reasonNotToRun(unpacked.executablePath, { ...env, ...unpacked.env });
  if (reason) throw new Error(`The Chromium from npm does not run: ${reason}\n${advice}`);
  return { ...unpacked, args };
}

/** Some systems install a `chromium-browser` that only says where to get one. */
function reasonNotToRun(executablePath: string, env: NodeJS.ProcessEnv): string | null {
  const tried = spawnSync(executablePath, ["--version", "--no-sandbox"], { env, encoding: "utf8" });
  if (tried.status === 0) return null;
  return tried.error?.message ?? `${executablePath}: ${tried.stderr.trim()}`;
}

function installedIn(path: string): string[] {
  const inPath = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...inPath, ...(process.platform === "darwin" ? macApps : [])].filter(runnable);
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The package unpacks into the temporary folder and counts a half-written file as done; hence a folder of its own. */
function unpackedChromium(cache: string, env: NodeJS.ProcessEnv) {
  const packageFile = join(projectRoot, "node_modules/@sparticuz/chromium/package.json");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(packageFile)) {
    throw new Error(`No Chromium found. ${advice}`);
  }
  const { version } = JSON.parse(readFileSync(packageFile, "utf8"));
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) unpack(home);
  return {
    executablePath: join(home, "chromium"),
    env: {
      LD_LIBRARY_PATH: [join(home, "al2023/lib"), env.LD_LIBRARY_PATH ?? []].flat().join(":"),
      FONTCONFIG_PATH: join(home, "fonts"),
    },
  };
}

function unpack(home: string) {
  const staging = `${home}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  const done = spawnSync(process.execPath, ["--input-type=module", "-e", `await ${script}`], {
    cwd: projectRoot,
    // The package takes TMPDIR as its target and adds the system libraries only where it believes to be on Lambda.
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`Chromium could not be unpacked.\n${done.stderr}`);
  writeFileSync(join(staging, "fonts/fonts.conf"), fontConfiguration(home));
  try {
    renameSync(staging, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
    rmSync(staging, { recursive: true, force: true });
  }
}

/** The package's own file names folders of a Lambda; with no font found at all, Chromium refuses web fonts too. */
const fontConfiguration = (home: string) =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(home, "fonts/fonts")}</dir><cachedir>${join(home, "fonts/cache")}</cachedir></fontconfig>
`;
