import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** What became of due date timers: how many fired, and every person who was not told exactly once of theirs. */
export type Told = {
  timers: number;
  fired: number;
  notices: number;
  mails: number;
  jobs: number;
  wrong: number;
};

/** Two people are to be told of each timer, once in the app and once by mail, with one job to send it. */
export async function checkTold(owner: Db): Promise<Told> {
  const [row] = await owner.execute<Told>(sql`
    with said as (
      select user_id, values ->> 'case' as code, values ->> 'dayOn' as day, count(*) as notices
      from notifications where kind = 'date_near' group by 1, 2, 3
    ), written as (
      select to_address, count(distinct mails.id) as mails, count(jobs.id) as jobs from mails
      left join graphile_worker._private_jobs jobs on jobs.payload ->> 'mailId' = mails.id::text group by 1
    ), told as (
      select coalesce(notices, 0) as notices, coalesce(mails, 0) as mails, coalesce(jobs, 0) as jobs
      from timers join cases using (case_id)
      join memberships members on members.org_id in (cases.creditor_org_id, cases.collector_org_id)
      join users on users.id = members.user_id
      left join said on said.user_id = users.id and said.code = cases.code and said.day = timers.on_day::text
      left join written on written.to_address = users.email)
    select (select count(*)::int from timers) as timers,
      (select count(*)::int from timers where fired_at is not null) as fired,
      (select count(*)::int from notifications) as notices, (select count(*)::int from mails) as mails,
      (select count(*)::int from graphile_worker._private_jobs) as jobs,
      (select count(*)::int from told where (notices, mails, jobs) <> (1, 1, 1)) as wrong`);
  return { ...row };
}

export const firedSoFar = async (owner: Db): Promise<number> => {
  const [row] = await owner.execute<{ fired: number }>(
    sql`select count(*)::int as fired from timers where fired_at is not null`,
  );
  return row.fired;
};
