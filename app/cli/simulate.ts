import { readClock } from "#app/gateways/clock.server.ts";
import { enterAdmin } from "#db/demo/cast.ts";
import { demoPdf } from "#db/demo/papers.ts";
import type { Stage } from "#db/demo/stage.ts";
import { print, progress } from "./output.ts";
import { inOwnDatabase } from "./own-database.ts";
import { audit } from "./simulate/audit.ts";
import { Chance } from "./simulate/chance.ts";
import { geography } from "./simulate/geography.ts";
import { Market } from "./simulate/market.ts";
import { foundCreditors, lookUpAll, populate } from "./simulate/population.ts";
import { reportOf, reportText, type SimulationReport } from "./simulate/report.ts";
import { Tally } from "./simulate/tally.ts";

export type Size = {
  collectors: number;
  days: number;
  casesPerDay: number;
  /** Cases of one day more, after the others; none when 0. */
  burst: number;
  seed: number;
};
type Options = Size & { keep?: boolean; json: boolean };

const name = "rung_simulation";
const day = 86_400_000;
const creditorsPerCollector = 0.02;

/** Plays a market over moved days in a database of its own; exit status 1 when any rule was broken. */
export const simulate = ({ keep, json, ...size }: Options): Promise<void> =>
  inOwnDatabase({ name, keep }, async (stage) => {
    const report = await play(stage, size);
    print(json ? JSON.stringify(report) : reportText(report));
    const broken = report.broken.length + report.rules.reduce((sum, rule) => sum + rule.broken, 0);
    if (broken > 0) process.exitCode = 1;
  });

async function play(
  stage: Stage,
  { collectors: count, days, casesPerDay, burst, seed }: Size,
): Promise<SimulationReport> {
  const chance = new Chance(seed);
  const places = geography(chance);
  const tally = new Tally();
  const { player: admin } = await enterAdmin(stage, {
    name: "Simulated reviewer",
    email: "admin@simulation.example",
    password: "a password for the simulation alone",
  });
  const collectors = await populate(stage, { count, draw: places.collectors, chance });
  const creditors = await foundCreditors(stage, Math.ceil(count * creditorsPerCollector));
  const papers = [{ kind: "contract" as const, file: await demoPdf("contract.pdf", "A simulated contract") }];
  const market = new Market(stage, chance, tally, { admin, creditors, collectors, papers }, places.cases);

  const start = await midnightAfter(stage);
  const plan = [...Array.from({ length: days }, () => casesPerDay), ...(burst > 0 ? [burst] : []), ...quiet];
  for (const [at, cases] of plan.entries()) {
    await market.playDay(start + at * day, cases);
    if ((at + 1) % lookUpDays === 0) await lookUpAll(stage, collectors);
    progress(at + 1, plan.length, `days, ${tally.rounds.size} cases`);
  }
  const busiest = { from: start + days * day, to: start + (days + 1) * day };
  const rules = await audit(stage);
  return reportOf({ days, seed, collectors, tally, rules, burst: burst > 0 ? busiest : null });
}

/** Administrators look licences up again in good time before a look-up is thirty days old. */
const lookUpDays = 20;

/** Days without new cases, in which the last five-day rounds end. */
const quiet = [0, 0, 0, 0, 0, 0];

async function midnightAfter({ services: { db } }: Stage): Promise<number> {
  const now = (await readClock(db)).getTime();
  return Math.ceil(now / day) * day;
}
