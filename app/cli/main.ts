import { Argument, Command, InvalidArgumentError } from "commander";
import { type Topic, topics } from "#app/domain/law/calculator.ts";
import { failed } from "./output.ts";

const lawHelp = `
A line of decide:      {"jurisdiction":"US-NY","at":"2026-03-10T16:00:00Z","facts":{...},"action":{"type":"call"}}
A line of all others:  {"jurisdiction":"CN","at":"2026-10-31","question":"...","facts":{...}}

A fact that is absent, null or "unknown" is never assumed; the answer says where it is required. Amounts are whole
numbers of minor units, rates per cent a year as text. A line that cannot be read is answered by
{"error":{"path","message"}} in its place, the rest still run, and the exit status is 1.`;

/** Each command loads what it needs when it is called, so that `law` starts without the database and the pages. */
const program = new Command("rung")
  .description("Operate Rung: its database, its proofs and its demonstration.")
  .showHelpAfterError()
  .option("--json", "one JSON document on standard output instead of words");

program
  .command("migrate")
  .description("bring the database up to date")
  .action(async () => (await import("./database.ts")).migrate());
program
  .command("reset")
  .description("empty the embedded demo database and its documents; the next start seeds it again")
  .option("--yes", "do not ask")
  .action(async (options: { yes?: boolean }) => (await import("./database.ts")).reset(options));

program
  .command("admin")
  .argument("<email>")
  .requiredOption("--name <name>", "the person's name")
  .description("appoint an administrator; the password is read from standard input")
  .action(async (email: string, options: { name: string }) =>
    (await import("./admin.ts")).appoint({ email, ...options }),
  );

program
  .command("rotate-keys")
  .option("--check", "only say what is left under a former secret")
  .option("--database <name>", "another database of the same server")
  .description(
    "bring what lies under RUNG_SECRET_FORMER under RUNG_SECRET; beside a running product, and again after it was stopped",
  )
  .action(async (options: { check?: boolean; database?: string }) =>
    (await import("./rotate-keys.ts")).rotate({ ...options, json: isJson() }),
  );

program
  .command("scenario")
  .description("play the main job on real input in a database of its own, with every blocked attempt")
  .option(
    "--keep",
    "leave that database for `rung verify timeline` and `rung bundle`, with --database rung_scenario",
  )
  .action(async (options: { keep?: boolean }) =>
    (await import("./scenario.ts")).scenario({ ...options, json: isJson() }),
  );

type SimulateOptions = Record<"collectors" | "days" | "casesPerDay" | "burst" | "seed", number> & {
  keep?: boolean;
};
program
  .command("simulate")
  .description(
    "play a whole market over moved days in a database of its own, and audit that no rule was broken",
  )
  .option("--collectors <n>", "collectors over all regions", wholeNumber, 10_000)
  .option("--days <n>", "ordinary days", wholeNumber, 30)
  .option("--cases-per-day <n>", "cases of an ordinary day", wholeNumber, 300)
  .option("--burst <n>", "cases of one busy day after them; 0 for none", wholeNumber, 3_000)
  .option("--seed <n>", "the same seed draws the same market", wholeNumber, 1)
  .option("--keep", "leave that database, with --database rung_simulation, for `rung verify timeline`")
  .action(async (options: SimulateOptions) =>
    (await import("./simulate.ts")).simulate({ ...options, json: isJson() }),
  );

type ImportOptions = {
  creditor: string;
  mapping?: string;
  dryRun?: boolean;
  rejects?: string;
  leaveOutContacts?: boolean;
  database?: string;
};
program
  .command("import")
  .argument("<file>", "CSV or XLSX, of any size")
  .requiredOption("--creditor <email>", "the address of a member of the creditor")
  .option("--mapping <file>", "JSON: columns by field, terms of the file, columns to leave out")
  .option("--dry-run", "read the whole file and keep nothing")
  .option("--rejects <file>", "write every refused row with its column, value and reason as CSV")
  .option(
    "--leave-out-contacts",
    "agree to leave out columns with people who do not owe; without it such a file is refused",
  )
  .option("--database <name>", "another database of the same server")
  .description(
    "import a file of claims as a portfolio; again, it goes on where it stopped and creates nothing twice",
  )
  .action(async (file: string, options: ImportOptions) =>
    (await import("./import.ts")).importClaims({ file, ...options, json: isJson() }),
  );

program
  .command("receive-mail")
  .option("--to <address>", "the envelope's recipient; without it, the recipients the mail names")
  .option("--database <name>", "another database of the same server")
  .description(
    "take a mail that came back from standard input, as a mail server pipes it; exit status 77 when it is refused, 75 to have it again",
  )
  .action(async (options: { to?: string; database?: string }) =>
    (await import("./receive-mail.ts")).receive({ ...options, json: isJson() }),
  );

const verify = program.command("verify").description("check that what was recorded still holds");
verify
  .command("timeline")
  .argument("[case]", "a case's id or code; every case when left out")
  .option("--database <name>", "another database of the same server")
  .description("recompute every hash chain; exit status 1 and the place when something was changed")
  .action(async (kase: string | undefined, options: { database?: string }) =>
    (await import("./verify.ts")).verifyTimeline({ case: kase, ...options, json: isJson() }),
  );

verify
  .command("ledger")
  .option("--database <name>", "another database of the same server")
  .description("recount every balance from its transfers; exit status 1 and the place when something differs")
  .action(async (options: { database?: string }) =>
    (await import("./verify.ts")).verifyLedger({ ...options, json: isJson() }),
  );

verify
  .command("bundle")
  .argument("<files...>", "evidence bundles")
  .option(
    "--key <key>",
    "fingerprint of the key that must have signed it, or a file with it or the public key",
  )
  .option("--tsa <file>", "root certificates, in PEM, to which the time stamps in it must lead")
  .description(
    "check evidence bundles by their own bytes alone; exit status 1 and the place when one does not hold",
  )
  .action(async (files: string[], options: { key?: string; tsa?: string }) =>
    (await import("./verify.ts")).verifyBundleFiles({ files, ...options, json: isJson() }),
  );

type BundleOptions = { all?: boolean; out?: string; database?: string; schema?: boolean };
program
  .command("bundle")
  .argument("[case]", "a case's id or code")
  .option("--out <path>", "the zip file to write; with --all the folder")
  .option("--all", "a bundle of every case")
  .option("--database <name>", "another database of the same server")
  .option("--schema", "print the JSON Schemas of the files in a bundle, and make none")
  .description("export a case's evidence bundle: log, facts, law and exhibits, paginated, hashed and signed")
  .action(async (kase: string | undefined, options: BundleOptions) =>
    (await import("./bundle.ts")).bundle({ case: kase, ...options, json: isJson() }),
  );

program
  .command("law")
  .addArgument(new Argument("<topic>", "what is asked").choices(["decide", ...topics]))
  .option("--schema", "print the JSON Schemas of an input line and of an output line, and ask nothing")
  .description(
    "ask the law engine: JSON lines on standard input, one JSON line each on standard output, in order",
  )
  .addHelpText("after", lawHelp)
  .action(async (topic: Topic | "decide", options: { schema?: boolean }) =>
    (await import("./law.ts")).law(topic, options),
  );

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("a whole number is needed");
  return Number(text);
}

const isJson = (): boolean => program.opts<{ json?: boolean }>().json === true;

program.parseAsync(process.argv).catch(failed);
