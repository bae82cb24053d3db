import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { listen } from "#db/listen.ts";
import { newToken } from "./secrets.server.ts";

/** The channel on which the database announces, see the guards beside `notifications` and `sessions`. */
const channel = "rung_inbox";
const checkMs = 30_000;

/** What woke a follower: the id of a new notice, `read`, `session` (one has ended), or `missed`: anything may have happened. */
export type Wake = (what: string) => void;

export type InboxWire = {
  /** Calls `wake` at what concerns this person until the returned function is called. */
  follow(userId: string, wake: Wake): Promise<() => void>;
  /** How many follow this person in this process. */
  followers(userId: string): number;
};

const wires = new WeakMap<Db, InboxWire>();

/** The one listener of this process on a database, made when first asked for. */
export function wireOf(db: Db): InboxWire {
  const wire = wires.get(db) ?? openWire(db);
  wires.set(db, wire);
  return wire;
}

function openWire(db: Db): InboxWire {
  const followers = new Map<string, Set<Wake>>();
  const all = () => [...followers.values()].flatMap((wakes) => [...wakes]);
  const line = lineTo(db, {
    heard(payload) {
      const [userId, what] = payload.split(" ");
      for (const wake of followers.get(userId) ?? []) wake(what);
    },
    opened() {
      for (const wake of all()) wake("missed");
    },
    busy: () => followers.size > 0,
  });
  return {
    async follow(userId, wake) {
      const wakes = followers.get(userId) ?? new Set();
      followers.set(userId, wakes.add(wake));
      const leave = () => {
        wakes.delete(wake);
        if (wakes.size === 0 && followers.get(userId) === wakes) followers.delete(userId);
      };
      await line().catch((error: unknown) => {
        leave();
        throw error;
      });
      return leave;
    },
    followers: (userId) => followers.get(userId)?.size ?? 0,
  };
}

type Line = { heard: (payload: string) => void; opened: () => void; busy: () => boolean };

/**
 * Opens the line once, and again when it went dead: the driver opens a broken connection anew, once, and is silent where that fails,
 * so the process calls itself now and then and listens afresh when it does not hear itself.
 */
function lineTo(db: Db, { heard, opened, busy }: Line): () => Promise<void> {
  const self = newToken();
  let open: Promise<void> | null = null;
  let stop: (() => Promise<unknown>) | null = null;
  let unanswered = false;
  const begin = async () => {
    stop = await listen(db, channel, {
      heard(payload) {
        if (payload === self) unanswered = false;
        else heard(payload);
      },
      listening: opened,
    });
  };
  const again = async () => {
    await stop?.().catch(() => {});
    unanswered = false;
    await begin();
  };
  const check = async () => {
    if (!busy()) return;
    if (unanswered) await again();
    unanswered = true;
    await db.execute(sql`select pg_notify(${channel}, ${self})`);
  };
  return () => {
    if (!open) {
      open = begin();
      open.then(
        () => setInterval(() => check().catch(() => {}), checkMs).unref(),
        () => {
          open = null;
        },
      );
    }
    return open;
  };
}
