import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "#app/cli/simulate/audit.ts";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { aBid, aClosedRound, anOpenRound } from "#test/support/market.ts";
import { aLawyer, aWorld, value, type World } from "#test/support/world.ts";

let world: World;
/** A round that is awarded, with two bids, and one that is open, with one. */
let closed: string;
let open: string;

beforeAll(async () => {
  world = await aWorld();
  const bidders = [await aLawyer(world), await aLawyer(world)];
  const decided = await aClosedRound(world, bidders);
  const ctx = world.ctx(decided.creditor.actor);
  value(await award(ctx, { caseId: decided.caseId, bidId: decided.bidIds[0] }));
  closed = decided.caseId;
  open = (await anOpenRound(world)).caseId;
  await aBid(world, bidders[0], open);
});
afterAll(() => world.close());

const brokenRules = async () => {
  const found = await audit({ services: world.services });
  return found.filter(({ broken }) => broken > 0).map(({ rule }) => rule);
};

/** Does by force what the product never does, asks the audit, and takes it back. */
async function afterForce(...statements: string[]): Promise<string[]> {
  let found: string[] = [];
  await world.owner
    .transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const statement of statements) await tx.execute(sql.raw(statement));
      const services = { ...world.services, db: tx as unknown as World["db"] };
      const audited = await audit({ services });
      found = audited.filter(({ broken }) => broken > 0).map(({ rule }) => rule);
      tx.rollback();
    })
    .catch(() => {});
  return found;
}

test("a market that was played by the rules is found whole", async () => {
  expect(await brokenRules()).toEqual([]);
});

test.each([
  [
    "no bid was placed before its round opened or after it closed",
    "update bids set placed_at = placed_at + interval '9 days' where case_id = 'CLOSED'",
  ],
  ["no term is readable while a round is open", "update bids set terms = '{}' where case_id = 'OPEN'"],
  [
    "the bids of a closed round were opened together",
    "update bids set opened_at = opened_at + interval '1 second' where id = (select min(id::text)::uuid from bids where case_id = 'CLOSED')",
  ],
  [
    "every bid rests on a licence of its own firm for a territory that was asked, verified and not over",
    "update licences set valid_to = valid_from + 1",
  ],
  [
    "every licence behind a bid was looked up within the thirty days before it",
    "update licences set register_checked_at = register_checked_at - interval '60 days'",
  ],
  [
    "no Chinese lawyer's share is above 18 per cent of what is recovered",
    "update case_briefs set jurisdiction = 'CN' where case_id = 'CLOSED'",
    `update bids set terms = '{"successBps": 1801}' where case_id = 'CLOSED'`,
  ],
  [
    "no firm bid twice in a round",
    "alter table bids drop constraint bids_one_per_org",
    "update bids set org_id = (select org_id from bids where case_id = 'OPEN') where case_id = 'CLOSED'",
  ],
  [
    "no case has two awards in force",
    "drop index awards_one_in_force",
    `insert into awards select case_id, gen_random_uuid(), tender_id, bid_id, collector_org_id, awarded_by, awarded_at, sign_by, status from awards`,
  ],
  ["every award went to a bid of its own round", "update awards set collector_org_id = gen_random_uuid()"],
  [
    "no round stays open after its time",
    "update tenders set closes_at = rung_now() - interval '2 hours' where case_id = 'OPEN'",
  ],
  [
    "every case's log is whole and its chain holds",
    "update timeline_events set body = body || ' ' where case_id = 'CLOSED' and seq = 1",
  ],
])("the audit finds that it no longer holds that %s", async (rule, ...statements) => {
  const forced = statements.map((each) => each.replaceAll("CLOSED", closed).replaceAll("OPEN", open));
  expect(await afterForce(...forced)).toContain(rule);
});
