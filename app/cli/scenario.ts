import { zonesOf } from "#app/domain/places/register.ts";
import { addDays, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { enter, enterAdmin, license, type Player } from "#db/demo/cast.ts";
import { berlin, london } from "#db/demo/europe.ts";
import { calendarsReach, moveTo, type Place, type Stage, setClockToMachine } from "#db/demo/stage.ts";
import { print, progress } from "./output.ts";
import { inOwnDatabase } from "./own-database.ts";
import { playBerlin, playLondon } from "./scenario/europe.ts";
import { playShenzhen, playTimeBarred, playToLawsuit } from "./scenario/plays.ts";
import { type Line, Report } from "./scenario/report.ts";
import { sbaSample } from "./scenario/sba-sample.ts";
import type { Cast } from "./scenario/scene.ts";

const name = "rung_scenario";

type Options = { keep?: boolean; json: boolean };

/** Plays the main job in a database of its own inside the same cluster; `keep` leaves it for `verify`. */
export const scenario = ({ keep, json }: Options): Promise<void> =>
  inOwnDatabase({ name, keep }, (stage) => play(stage, json));

/** Prints each line as it happens and the summary; exit status 1 unless all ended as the law has it. */
async function play(stage: Stage, json: boolean): Promise<void> {
  const { db, secrets } = stage.services;
  const report = new Report(json, print);
  const reached = await playAll(stage, report);
  const chains = await checkLogs(db, secrets);
  const counted = (kind: Line["kind"]) => report.lines.filter((line) => line.kind === kind).length;
  const summary = {
    ...reached,
    steps: counted("done"),
    blocked: counted("blocked"),
    events: chains.events,
    broken: chains.breaks.length,
  };
  if (json) print(JSON.stringify({ lines: report.lines, summary }));
  else print(summaryText(summary));
  const asItShould =
    reached.lawsuits === reached.recent + reached.invented && reached.stopped === reached.timeBarred;
  if (!asItShould || chains.breaks.length > 0) process.exitCode = 1;
}

const password = "a password for the scenario alone";

async function playAll(stage: Stage, report: Report) {
  const present = dateIn("UTC", await readClock(stage.services.db));
  await moveToStart(stage, london, present);
  const { player: admin } = await enterAdmin(stage, {
    name: "Scenario reviewer",
    email: "admin@scenario.example",
    password,
  });
  const creditor = await enter(stage, {
    kind: "creditor",
    name: "Scenario creditor",
    email: "creditor@scenario.example",
    password,
    organization: "Scenario Creditor",
    seat: "US-CA",
  });
  const loans = await sbaSample();
  const total = loans.length * 2 + 3;
  const result = { recent: loans.length, invented: 3, timeBarred: loans.length, lawsuits: 0, stopped: 0 };
  let played = 0;
  for (const [name, territory, place, play] of european) {
    const from = await moveToStart(stage, place, present);
    const players = await cast(stage, { admin, creditor }, { territory, label: name });
    if (await play({ stage, report, cast: players, today: from })) result.lawsuits += 1;
    progress(++played, total, name);
  }
  await setClockToMachine(stage);
  const today = dateIn("UTC", await readClock(stage.services.db));
  for (const loan of loans) {
    const zone = zonesOf(`US-${loan.state}`)[0] ?? "UTC";
    const recent = await cast(
      stage,
      { admin, creditor },
      { territory: `US-${loan.state}`, label: `${loan.state} ${played}` },
    );
    if (await playToLawsuit({ stage, report, cast: recent, zone }, loan, today)) result.lawsuits += 1;
    progress(++played, total, loan.reference);
    const barred = await cast(
      stage,
      { admin, creditor },
      { territory: `US-${loan.state}`, label: `${loan.state} ${played}` },
    );
    if (await playTimeBarred({ stage, report, cast: barred, zone }, loan)) result.stopped += 1;
    progress(++played, total, loan.reference);
  }
  const zone = "Asia/Shanghai";
  const year = Number(dateIn(zone, await readClock(stage.services.db)).slice(0, 4));
  const dates = { contractOn: `${year - 2}-05-06`, dueOn: `${year - 1}-05-06` };
  const shenzhen = await cast(stage, { admin, creditor }, { territory: "CN", label: "深圳" });
  if (await playShenzhen({ stage, report, cast: shenzhen, zone }, dates)) result.lawsuits += 1;
  progress(++played, total, "Shenzhen");
  return result;
}

const european = [
  ["London", "GB-EW", london, playLondon],
  ["Berlin", "DE", berlin, playBerlin],
] as const;

/** Longer than either play takes. */
const playDays = 160;

/** Plays that pass over the days off of a place are played in the past, of which its calendars tell them. */
async function moveToStart(stage: Stage, place: Place, present: string): Promise<string> {
  const told = calendarsReach(place);
  const from = addDays(told < present ? told : present, -playDays);
  const at = instantAt(place.zone, from);
  if (!at) throw new Error(`No noon on ${from} in ${place.zone}`);
  await moveTo(stage, at);
  return from;
}

type House = { admin: Player; creditor: Player };

/** Two licensed lawyers for the territory, looked up in the register on the day the case is posted. */
async function cast(
  stage: Stage,
  house: House,
  { territory, label }: { territory: string; label: string },
): Promise<Cast> {
  const collector = await lawyer(stage, house.admin, { territory, label: `${label} A` });
  const rival = await lawyer(stage, house.admin, { territory, label: `${label} B` });
  return { ...house, collector, rivals: [rival] };
}

/** Where lawyers sit whose licence holds in a whole country. */
const seats: Record<string, string> = { CN: "CN-440300", DE: "DE-BE" };

let licensed = 0;

async function lawyer(
  stage: Stage,
  admin: Player,
  { territory, label }: { territory: string; label: string },
): Promise<Player> {
  licensed += 1;
  const serial = String(licensed).padStart(6, "0");
  const player = await enter(stage, {
    kind: "lawyer",
    name: `Scenario lawyer ${label}`,
    email: `lawyer${licensed}@scenario.example`,
    password,
    organization: `Scenario Law Office ${label}`,
    seat: seats[territory] ?? territory,
  });
  const kind = territory === "CN" ? ("lawyer_certificate" as const) : ("bar_admission" as const);
  const number = territory === "CN" ? `14403201510${serial}` : serial;
  await license(stage, player, admin, {
    kind,
    territory,
    number,
    holderName: player.organization,
    issuer: territory,
  });
  return player;
}

function summaryText(summary: Record<string, number>): string {
  return [
    "",
    `${summary.lawsuits} cases reached a lawsuit (${summary.recent} with shifted dates, and one each in London, Berlin and Shenzhen).`,
    `${summary.stopped} of ${summary.timeBarred} time-barred cases stopped before any filing or threat.`,
    `${summary.steps} lines recorded, ${summary.blocked} attempts blocked; ${summary.events} timeline events, ${summary.broken} broken links.`,
  ].join("\n");
}
