import { join } from "node:path";
import type { ConnectionOptions } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { type Cluster, startCluster } from "#db/cluster.ts";
import type { Config } from "./config.ts";

export type Database = {
  owner: ConnectionOptions;
  app: ConnectionOptions;
  /** Another database on the same server, for the scenario. */
  named(database: string): { owner: ConnectionOptions; app: ConnectionOptions };
  stop(): Promise<void>;
};

/** The PostgreSQL to use: the one DATABASE_URL names, or the embedded one, started or joined. */
export async function openDatabase(config: Config, log: (line: string) => void): Promise<Database> {
  if (config.DATABASE_URL) return external(config.DATABASE_URL, config.APP_DATABASE_URL);
  const cluster = await startCluster({ dataDir: join(config.dataDir, "postgres"), log });
  await ensureDatabase(embedded(cluster, "postgres").owner, "rung");
  return {
    ...embedded(cluster, "rung"),
    named: (database) => embedded(cluster, database),
    stop: () => cluster.stop(),
  };
}

function embedded(cluster: Cluster, database: string) {
  const socket = { host: cluster.host, port: cluster.port, database };
  return { owner: { ...socket, user: cluster.superuser }, app: { ...socket, user: "rung_app" } };
}

function external(ownerUrl: string, appUrl: string | undefined): Database {
  const to = (url: string, database: string) => {
    const named = new URL(url);
    named.pathname = `/${database}`;
    return named.href;
  };
  const appOf = (database?: string): ConnectionOptions => {
    const url = appUrl ?? ownerUrl;
    return { url: database ? to(url, database) : url, ...(appUrl ? {} : { role: "rung_app" }) };
  };
  return {
    owner: { url: ownerUrl },
    app: appOf(),
    named: (database) => ({ owner: { url: to(ownerUrl, database) }, app: appOf(database) }),
    stop: async () => {},
  };
}

/** Creates the database unless it is there. The name is ours, never a person's input. */
export async function ensureDatabase(server: ConnectionOptions, name: string): Promise<void> {
  const { db, close } = connect({ ...server, max: 1 });
  try {
    const found = await db.execute(`select 1 from pg_database where datname = '${name}'`);
    if (found.length === 0) await db.execute(`create database ${name}`);
  } finally {
    await close();
  }
}
