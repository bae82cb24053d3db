import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { InvoiceContent } from "#app/domain/papers/content.ts";
import { ok } from "#app/domain/result.ts";
import { contentOf, issuePaper } from "#app/use-cases/issue-paper.server.ts";
import { transact } from "#db/transact.ts";
import { aFeeToBill, issues, papersOf } from "#test/support/papers.ts";
import { aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const at = (person: Person) => world.ctx(person.actor);
const year = () => world.now.getUTCFullYear();

test("an issued paper stays as it was issued, and none gets in beside the counter, whatever the product's role tries", async () => {
  const lawyer = await aLawyer(world);
  const { caseId } = await aFeeToBill(world, lawyer);
  value(await issues(world, lawyer, caseId));
  const [paper] = await papersOf(world, lawyer.orgId);
  for (const attack of [
    sql`update papers set total = 1 where id = ${paper.id}`,
    sql`delete from papers where id = ${paper.id}`,
    sql`truncate papers`,
    sql`update paper_counters set last = 7`,
    sql`delete from paper_counters`,
    sql`insert into paper_counters (issuer_id, series, year, last) values (${lawyer.orgId}, 'INV', 2031, 5)`,
  ])
    await expect(world.db.execute(attack)).rejects.toThrow();
  await expect(
    world.owner.execute(sql`update papers set total = 1 where id = ${paper.id}`),
  ).rejects.toThrow();

  const ctx = at(lawyer);
  const content = contentOf(paper) as InvoiceContent;
  const { issuerId, recipientId, subject, currency } = paper;
  const about = {
    kind: "invoice" as const,
    issuerId,
    recipientId,
    caseId,
    subject,
    currency,
    total: 15_000n,
  };
  const forged = (change: object, by = ctx) =>
    transact<unknown, never>(by, async (tx) => {
      const say = (head: object) => ({ ...content, ...head, ...change }) as InvoiceContent;
      return ok(await issuePaper(tx, by, { ...about, say }));
    });
  await expect(forged({ total: "1" })).rejects.toThrow();
  await expect(forged({ number: `INV-${year()}-000009` })).rejects.toThrow();
  await expect(forged({}, at(await aLawyer(world)))).rejects.toThrow();
  const gap = sql`insert into papers select issuer_id, gen_random_uuid(), kind, series, year, 5, 'INV-' || year || '-000005', recipient_id,
    case_id, subject, currency, total, cancels, issued_on, issued_at, issued_by, replace(content, number, 'INV-' || year || '-000005'),
    encode(sha256(convert_to(replace(content, number, 'INV-' || year || '-000005'), 'UTF8')), 'hex') from papers where id = ${paper.id}`;
  await expect(world.db.execute(gap)).rejects.toThrow();
  const numbers = (await papersOf(world, lawyer.orgId)).map(({ nth }) => nth);
  expect(numbers).toEqual([1]);
});
