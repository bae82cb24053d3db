import { Command } from "commander";
import { appoint } from "./admin.ts";
import { migrate, reset } from "./database.ts";
import { failed } from "./output.ts";
import { scenario } from "./scenario.ts";
import { verifyTimeline } from "./verify.ts";

const program = new Command("rung")
  .description("Operate Rung: its database, its proofs and its demonstration.")
  .showHelpAfterError()
  .option("--json", "one JSON document on standard output instead of words");

program
  .command("migrate")
  .description("bring the database up to date")
  .action(() => migrate());
program
  .command("reset")
  .description("empty the embedded demo database and its documents; the next start seeds it again")
  .option("--yes", "do not ask")
  .action((options: { yes?: boolean }) => reset(options));

program
  .command("admin")
  .argument("<email>")
  .requiredOption("--name <name>", "the person's name")
  .description("appoint an administrator; the password is read from standard input")
  .action((email: string, options: { name: string }) => appoint({ email, ...options }));

program
  .command("scenario")
  .description("play the main job on real input in a database of its own, with every blocked attempt")
  .option("--keep", "leave that database for `rung verify timeline --database rung_scenario`")
  .action((options: { keep?: boolean }) => scenario({ ...options, json: isJson() }));

const verify = program.command("verify").description("check that what was recorded still holds");
verify
  .command("timeline")
  .argument("[case]", "a case's id or code; every case when left out")
  .option("--database <name>", "another database of the same server")
  .description("recompute every hash chain; exit status 1 and the place when something was changed")
  .action((kase: string | undefined, options: { database?: string }) =>
    verifyTimeline({ case: kase, ...options, json: isJson() }),
  );

const isJson = (): boolean => program.opts<{ json?: boolean }>().json === true;

program.parseAsync(process.argv).catch(failed);
