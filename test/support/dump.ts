import { sql } from "drizzle-orm";
import { personalFields } from "#app/domain/cases/personal.ts";
import type { Secrets } from "#app/gateways/secrets.server.ts";
import { openSubjectKey } from "#app/gateways/subject-keys.server.ts";
import { claimPurpose } from "#app/use-cases/portfolios/prepare-chunk.server.ts";
import type { Db } from "#db/client.ts";

/** Every column of every table of the database, of the product and of its job library, with all that stands in it as text. */
export async function dumpOf(owner: Db): Promise<Map<string, string>> {
  const columns = await owner.execute<{ schema: string; table: string; column: string }>(sql`
    select table_schema as schema, table_name as table, column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'uuid')`);
  const dump = new Map<string, string>();
  for (const { schema, table, column } of columns) {
    const [{ all }] = await owner.execute<{ all: string | null }>(sql`
      select string_agg(${sql.identifier(column)}::text, E'\n') as all
      from ${sql.identifier(schema)}.${sql.identifier(table)}`);
    if (all) dump.set(`${table}.${column}`, all);
  }
  return dump;
}

/** In which columns a word stands: as it is, without regard to capitals, or as bytes or base64 that nobody would have to break. */
export function placesOf(dump: ReadonlyMap<string, string>, word: string): string[] {
  const bytes = Buffer.from(word);
  // What stands within base64 depends on how many bytes stand before it.
  const within = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return text.slice(Math.ceil((before * 4) / 3), text.length - ((before + bytes.length) % 3 && 1));
  });
  const forms = [bytes.toString("hex"), JSON.stringify(word).slice(1, -1).toLowerCase(), word.toLowerCase()];
  return [...dump].flatMap(([place, all]) => {
    const plain = all.toLowerCase();
    return forms.some((form) => plain.includes(form)) || within.some((form) => all.includes(form))
      ? place
      : [];
  });
}

/** Purposes that something of a person's was ever sealed for in a text. */
const textPurposes = ["contact-letter", "contact-typed", "text-event", "text-reply"];

/** All that somebody reads who has a dump and the application's secret: every text that opens, under the secret itself or under a debtor's key. */
export function openedFrom(dump: ReadonlyMap<string, string>, secrets: Secrets): string {
  const all = [...dump.values()].join("\n");
  const found: string[] = [];
  const tryTo = (open: () => string) => {
    try {
      found.push(open());
    } catch {
      // It does not open so.
    }
  };
  for (const [sealed] of all.matchAll(/v2:[0-9a-f]{8}:[A-Za-z0-9+/=]+/g))
    for (const purpose of textPurposes) tryTo(() => secrets.unseal(purpose, sealed));
  const rows = [...new Set(all.match(/\\x0[23][0-9a-f]{58,}/g) ?? [])].map((hex) =>
    Buffer.from(hex.slice(2), "hex"),
  );
  const caseIds = [...new Set((dump.get("cases.case_id") ?? "").split("\n"))];
  const claims = secrets.rows(claimPurpose);
  for (const caseId of caseIds)
    for (const row of rows) {
      tryTo(() => claims.unseal(row, caseId));
      tryTo(() => {
        const key = openSubjectKey(secrets, caseId, row);
        for (const sealed of rows)
          for (const field of personalFields) tryTo(() => key.open(sealed, `${caseId}/${field}`));
        return "";
      });
    }
  return found.join("\n");
}
