import { eq } from "drizzle-orm";
import { system } from "#app/domain/accounts/actor.ts";
import type { Changes } from "#app/domain/engagements/amendment.ts";
import { keepLicences } from "#app/use-cases/accounts/keep-licences.server.ts";
import { keepMandates } from "#app/use-cases/engagements/keep-mandates.server.ts";
import { proposeAmendment } from "#app/use-cases/engagements/propose-amendment.server.ts";
import { retender } from "#app/use-cases/engagements/retender.server.ts";
import { settleLapses } from "#app/use-cases/engagements/settle-lapses.server.ts";
import { signAmendment } from "#app/use-cases/engagements/sign-amendment.server.ts";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { openedBids } from "#db/queries/bids.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { amendments } from "#db/schema/mandates.ts";
import { aBid, closeTheRound, mailedCode, sign } from "./market.ts";
import { type Person, value, type World } from "./world.ts";

type Sides = { caseId: string; creditor: Person; collector: Person };

/** An amendment drawn up by the creditor; by itself it moves the end of the period. */
export const aProposal = async (
  world: World,
  { caseId, creditor }: Pick<Sides, "caseId" | "creditor">,
  changes: Changes = { periodEndsOn: "2099-01-01" },
) => value(await proposeAmendment(world.ctx(creditor.actor), { caseId, ...changes }));

/** Signs an amendment as its side, with the code from the mail. */
export async function signChange(
  world: World,
  person: Person,
  { caseId, amendmentId }: { caseId: string; amendmentId: string },
) {
  const [row] = await world.db.select().from(amendments).where(eq(amendments.id, amendmentId));
  const code = await mailedCode(world, person, { caseId, amendmentId });
  return signAmendment(world.ctx(person.actor), {
    caseId,
    amendmentId,
    fullName: "Ada Example",
    consent: "yes",
    documentHash: row.documentHash,
    code,
    address: "198.51.100.7",
  });
}

export async function anAgreedAmendment(
  world: World,
  { caseId, creditor, collector }: Sides,
  changes?: Changes,
) {
  const { amendmentId } = await aProposal(world, { caseId, creditor }, changes);
  value(await signChange(world, creditor, { caseId, amendmentId }));
  value(await signChange(world, collector, { caseId, amendmentId }));
  return { amendmentId };
}

/** Runs the sweeps over licences, mandates and lapses until nothing is left, as the worker does. */
export async function sweep(world: World): Promise<void> {
  const ctx = world.ctx(system);
  for (const run of [keepLicences, keepMandates, settleLapses]) while (value(await run(ctx)) > 0);
}

/** The mandate in force is ended without cause, and another collector is awarded the case and signs. */
export async function handOver(
  world: World,
  { caseId, creditor, successor }: { caseId: string; creditor: Person; successor: Person },
): Promise<void> {
  value(await retender(world.ctx(creditor.actor), { caseId, reason: "no_cause" }));
  await aBid(world, successor, caseId);
  await closeTheRound(world, caseId);
  const tender = await latestTender(world.db, caseId);
  const [bid] = await openedBids(world.db, caseId, tender?.id ?? "");
  value(await award(world.ctx(creditor.actor), { caseId, bidId: bid.id }));
  value(await sign(world, successor, caseId));
  value(await sign(world, creditor, caseId, "Carl Creditor"));
}
