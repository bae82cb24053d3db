import postgres from "postgres";
import { inject } from "vitest";
import type { ConnectionOptions } from "#db/client.ts";
import type { TestCluster } from "./cluster.ts";

let made = 0;

/**
 * A migrated, empty database that no other test file sees. `owner` may do anything; `app` acts as the
 * least-privileged role that the product runs under.
 */
export function freshDatabase(): Promise<{ owner: ConnectionOptions; app: ConnectionOptions }> {
  const worker = process.env.VITEST_POOL_ID ?? "0";
  return cloneTemplate(inject("cluster"), `w${worker}_${++made}`);
}

/** Clones the template under the run's prefix; an equal name of an earlier test file is replaced. */
export async function cloneTemplate({ host, port, user, template, prefix }: TestCluster, name: string) {
  const database = prefix + name;
  const admin = postgres({ host, port, user, database: "postgres", max: 1, onnotice: () => {} });
  try {
    await admin`drop database if exists ${admin(database)} with (force)`;
    await admin`create database ${admin(database)} template ${admin(template)}`;
  } finally {
    await admin.end();
  }
  const owner = { host, port, database, user };
  return { owner, app: { ...owner, user: "rung_app" } };
}
