import { type PlaceReport, rotateKeys, whatIsLeft } from "#app/use-cases/keys/rotate-keys.server.ts";
import { connect } from "#db/client.ts";
import { withServices } from "./database.ts";
import { print, working } from "./output.ts";

type RotateOptions = { check?: boolean; database?: string; json: boolean };

/** Exit status 0 only when nothing is left under a former secret: only then may it be dropped from RUNG_SECRET_FORMER. */
export const rotate = ({ check, database, json }: RotateOptions): Promise<void> =>
  withServices(database, async ({ secrets, documents }, as) => {
    const { db: owner, close } = connect({ ...as, max: 2 });
    try {
      const parts = { owner, secrets, documents };
      const places = check
        ? await whatIsLeft(parts)
        : await rotateKeys({ ...parts, progress: (name, done) => working(`${done} ${name}`) });
      const left = places.reduce((sum, each) => sum + each.left + each.unreadable, 0);
      const [current, ...former] = secrets.ring;
      if (json) print(JSON.stringify({ current, former, places, left }));
      else for (const line of linesOf(places, { current, former, left })) print(line);
      if (left > 0) process.exitCode = 1;
    } finally {
      await close();
    }
  });

type Outcome = { current: string; former: readonly string[]; left: number };

function linesOf(reports: readonly PlaceReport[], { current, former, left }: Outcome): string[] {
  const lines = reports.flatMap(({ name, done, left: under, unreadable, first }) => {
    const line = `${name}: ${done} made anew, ${under} left`;
    return unreadable > 0
      ? [line, `  ${unreadable} cannot be read and were left as they are. ${first}`]
      : [line];
  });
  const verdict =
    left > 0
      ? `${left} are not under the current key ${current}. Keep RUNG_SECRET_FORMER, and run this again.`
      : `Everything is under the current key ${current}.`;
  const drop =
    left === 0 && former.length > 0
      ? `Nothing is left under ${former.join(", ")}: once every process runs with the current secret, run this again and drop RUNG_SECRET_FORMER.`
      : "";
  return [...lines, verdict, drop];
}
