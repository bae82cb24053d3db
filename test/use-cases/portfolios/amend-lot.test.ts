import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { declineAmendment } from "#app/use-cases/engagements/decline-amendment.server.ts";
import { proposeAmendment } from "#app/use-cases/engagements/propose-amendment.server.ts";
import { readAmendment, readProposal } from "#app/use-cases/engagements/read-amendment.server.ts";
import { retenderLot } from "#app/use-cases/lots/retender-lot.server.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { amendments } from "#db/schema/mandates.ts";
import { portfolioClaims } from "#db/schema/portfolios.ts";
import { rowsOf } from "#test/support/imports.ts";
import { anEngagedLot, carryAll, postAll } from "#test/support/lots.ts";
import { anAgreedAmendment, aProposal, signChange, sweep } from "#test/support/mandates.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  type Person,
  passTime,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

/** Several papers are drawn and signed in each. */
const SLOW = 90_000;

let world: World;
let from = 4_000;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
});
afterAll(() => world.close());

async function aLotInHand() {
  from += 100;
  const lawyer = await aLawyer(world);
  const lot = await anEngagedLot(world, [lawyer], { rows: rowsOf(2, from) });
  await postAll(world);
  const made = await world.owner
    .select({ caseId: portfolioClaims.caseId })
    .from(portfolioClaims)
    .where(eq(portfolioClaims.portfolioId, lot.portfolioId));
  return { ...lot, lawyer, caseIds: made.map(({ caseId }) => caseId) };
}

const rowsOfLot = (lotId: string) =>
  world.owner.select().from(amendments).where(eq(amendments.caseId, lotId));

test(
  "a change of a lot's mandate is in force when both have signed it, for the lot once and in the log of each of its cases",
  async () => {
    const { lotId, creditor, lawyer, caseIds } = await aLotInHand();
    const { amendmentId } = await aProposal(world, { caseId: lotId, creditor });
    expect(value(await signChange(world, creditor, { caseId: lotId, amendmentId }))).toEqual({
      agreed: false,
    });
    expect((await mandateOf(world.db, lotId))?.periodEndsAt).not.toEqual(new Date("2099-01-01T00:00:00Z"));
    expect(await carryAll(world)).toBe(0);
    expect(value(await signChange(world, lawyer, { caseId: lotId, amendmentId }))).toEqual({ agreed: true });
    expect((await mandateOf(world.db, lotId))?.periodEndsAt).toEqual(new Date("2099-01-01T00:00:00Z"));
    expect(await carryAll(world)).toBe(caseIds.length);
    for (const caseId of caseIds) {
      const changed = (await eventsOf(world.db, caseId)).filter(({ type }) => type === "mandate_changed");
      expect(changed.map(({ payload }) => payload.refs)).toMatchObject([
        { amendmentId, changes: "periodEndsOn" },
      ]);
    }
    const read = await readAmendment(world.ctx(lawyer.actor), lotId, amendmentId);
    expect(read?.amendment).toMatchObject({ status: "agreed", certified: true, side: "collector" });
  },
  SLOW,
);

test(
  "the rates of a lot are not amended, a stranger proposes and reads nothing, and a declined change falls",
  async () => {
    const { lotId, creditor, lawyer } = await aLotInHand();
    const fee = { model: "success", successBps: 100, fixedFee: 0, hourlyRate: 0, estimatedHours: 0 } as const;
    const propose = (person: Person, changes: object) =>
      proposeAmendment(world.ctx(person.actor), { caseId: lotId, ...changes });
    expect(await propose(creditor, { fee })).toMatchObject({ error: { kind: "nothing" } });
    for (const person of [await aCreditor(world), await aLawyer(world)]) {
      expect(await propose(person, { periodEndsOn: "2099-01-01" })).toMatchObject({
        error: { kind: "case-not-found" },
      });
      expect(await readProposal(world.ctx(person.actor), lotId)).toBeNull();
    }
    const { amendmentId } = value(await propose(lawyer, { periodEndsOn: "2099-01-01" }));
    expect(await propose(creditor, { periodEndsOn: "2098-01-01" })).toMatchObject({
      error: { kind: "one-open" },
    });
    value(await declineAmendment(world.ctx(creditor.actor), { caseId: lotId, amendmentId }));
    expect(await signChange(world, lawyer, { caseId: lotId, amendmentId })).toMatchObject({
      error: { kind: "nothing-to-sign" },
    });
    const late = value(await propose(lawyer, { periodEndsOn: "2098-01-01" }));
    await passTime(world, { days: 8 });
    await sweep(world);
    expect((await rowsOfLot(lotId)).find(({ id }) => id === late.amendmentId)).toMatchObject({
      status: "withdrawn",
    });
  },
  SLOW,
);

test(
  "a reach that was widened by agreement is the reach that is tendered anew, and what waited falls with the mandate",
  async () => {
    const { lotId, creditor, lawyer } = await aLotInHand();
    await anAgreedAmendment(world, { caseId: lotId, creditor, collector: lawyer }, { scope: "enforcement" });
    const { amendmentId } = await aProposal(world, { caseId: lotId, creditor });
    value(await retenderLot(world.ctx(creditor.actor), { caseId: lotId, reason: "no_cause" }));
    expect(await latestTender(world.db, lotId)).toMatchObject({ scope: "enforcement", status: "open" });
    expect((await rowsOfLot(lotId)).find(({ id }) => id === amendmentId)).toMatchObject({
      status: "withdrawn",
    });
    expect(await signChange(world, lawyer, { caseId: lotId, amendmentId })).toMatchObject({ ok: false });
  },
  SLOW,
);
