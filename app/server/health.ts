import { sql } from "drizzle-orm";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { Db } from "#db/client.ts";

export type Health = { db: Db; metrics: Registry };

export function newMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** `/healthz`: the process answers. `/readyz`: its database does too. `/metrics`: Prometheus text. */
export async function healthResponse(url: string, { db, metrics }: Health): Promise<Response | null> {
  if (url === "/healthz") return text(200, "ok\n");
  if (url === "/metrics") return text(200, await metrics.metrics(), metrics.contentType);
  if (url !== "/readyz") return null;
  try {
    await db.execute(sql`select 1`);
    return text(200, "ready\n");
  } catch {
    return text(503, "the database does not answer\n");
  }
}

const text = (status: number, body: string, type = "text/plain; charset=utf-8") =>
  new Response(body, { status, headers: { "content-type": type, "cache-control": "no-store" } });
