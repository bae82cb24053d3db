import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/**
 * Engaged cases, each between a creditor and a collector of one member each, with one alarm of the last day to sue that is due.
 * Written straight into the tables: what is tried with them is who tells of them, and how often.
 */
export const seedDueDates = (owner: Db, count: number): Promise<void> =>
  owner.transaction((tx) => seed(tx, count));

async function seed(owner: Tx, count: number): Promise<void> {
  await owner.execute(sql`create temporary table due as select n, gen_random_uuid() as case_id,
      gen_random_uuid() as creditor, gen_random_uuid() as collector from generate_series(1, ${count}) n`);
  for (const side of ["creditor", "collector"]) await seedSide(owner, side);
  await owner.execute(sql`insert into cases (case_id, code, creditor_org_id, collector_org_id, status, stage,
      jurisdiction, place_code, pack_id, pack_version, answers, posted_by, posted_at, updated_at)
    select case_id, 'R-' || n, creditor, collector, 'engaged', 'contact', 'US-CA', 'US-CA', 'US', '1', '{}', creditor,
      rung_now(), rung_now() from due`);
  const details = {
    kind: "limitation",
    what: "date.limitation.what",
    zone: "America/Los_Angeles",
    at: null,
    rule: "US-LIM-01",
    force: "LAW",
    citation: "CCP 337",
    severity: "must",
    values: {},
    alarms: [30],
    daysBefore: 30,
  };
  await owner.execute(sql`insert into timers (case_id, id, kind, subject_id, due_at, on_day, details, set_at)
    select case_id, gen_random_uuid(), 'date_alarm', 'limitation', rung_now() - n * interval '1 second',
      current_date + 30, ${JSON.stringify(details)}::jsonb, rung_now() from due`);
  await owner.execute(sql`drop table due`);
  await owner.execute(sql`analyze timers`);
}

/** An organisation's one member has the organisation's own id, so that both are found from the case. */
async function seedSide(owner: Tx, side: string): Promise<void> {
  const id = sql.identifier(side);
  const kind = side === "creditor" ? "creditor" : "lawyer";
  await owner.execute(sql`insert into organizations (id, kind, name, place_code, created_at)
    select ${id}, ${kind}, ${side} || n, 'US-CA', rung_now() from due`);
  await owner.execute(sql`insert into users (id, email, name, password_hash, locale, email_verified_at, created_at)
    select ${id}, ${side} || n || '@due.example', ${side} || n, '', case when n % 2 = 0 then 'en' else 'zh' end,
      rung_now(), rung_now() from due`);
  await owner.execute(sql`insert into memberships (org_id, user_id, role, created_at)
    select ${id}, ${id}, 'owner', rung_now() from due`);
}
