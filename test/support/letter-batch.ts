import { system } from "#app/domain/accounts/actor.ts";
import type { MarkPosted } from "#app/domain/contact/letter-batch.ts";
import { newId } from "#app/domain/ids.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { batchView } from "#app/use-cases/contact/batch-view.server.ts";
import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import { makeBatch } from "#app/use-cases/contact/make-batch.server.ts";
import { markPosted } from "#app/use-cases/contact/mark-posted.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { contactMessages, letterBatches } from "#db/schema/contact.ts";
import { aCaseToWriteOn, ask, type Mailed, toMorning, verifiedByPost } from "./contact.ts";
import { aLawyer, aPdf, value, type World } from "./world.ts";

const zone = "Europe/London";
/** A first notice on paper. */
export const letterByPost = { template: "gb.first-notice.post", collectorAddress: "1 Quince Street, Leeds" };
let mails = 0;

/** Three English cases of one lawyer that can be written to by post, on a working morning, and all that is done with their letters. */
export async function threeToPost(world: World) {
  await world.owner.delete(contactMessages);
  await world.owner.delete(letterBatches);
  const lawyer = await aLawyer(world, { territory: "GB-EW" });
  const cases: Mailed[] = [];
  for (let at = 0; at < 3; at += 1) {
    const email = `hattie${++mails}@hollyhock.example`;
    const one = await aCaseToWriteOn(world, { law: "GB-EW", email, lawyer });
    await verifiedByPost(world, one);
    cases.push(one);
  }
  await toMorning(world, zone);
  const at = () => ({ clock: async () => world.now });
  const today = () => dateIn(zone, world.now);
  const view = async (batchId: string) => {
    const shown = await batchView(world.ctx(lawyer.actor), batchId);
    if (!shown) throw new Error("no such batch");
    return shown;
  };
  const ctx = () => world.ctx(lawyer.actor);
  return {
    ...{ lawyer, cases, at, today, view },
    async askAll() {
      for (const each of cases)
        if (!value(await ask(world, each, letterByPost)).asked) throw new Error("A letter was refused");
    },
    make: (key = newId(world.now), by = lawyer) => makeBatch(world.ctx(by.actor), { key }),
    /** The worker, until nothing goes on any more. */
    async work(limit = 25) {
      while (value(await keepBatches(world.ctx(system), { ...at(), limit })) > 0);
    },
    /** The case whose letter has this number. */
    async caseAt(batchId: string, place: number): Promise<Mailed> {
      const row = (await view(batchId)).rows.find((each) => each.place === place);
      const found = cases.find(({ caseId }) => caseId === row?.caseId);
      if (!found) throw new Error(`No letter ${place}`);
      return found;
    },
    steps: async ({ caseId }: Mailed) =>
      (await eventsOf(world.owner, caseId)).filter(({ type }) => type === "reminder"),
    posted: (batchId: string, more: Partial<Omit<MarkPosted, "batchId">> = {}) =>
      markPosted(ctx(), { batchId, postedOn: today(), ...more }),
    async dispute({ caseId }: Mailed) {
      value(
        await recordFact(ctx(), {
          ...{ caseId, type: "dispute", occurredOn: today(), sentOn: today() },
          note: "Says the work was not done.",
          proof: aPdf("dispute.pdf", `${caseId}${newId(world.now)}`),
        }),
      );
    },
  };
}
export type ThreeToPost = Awaited<ReturnType<typeof threeToPost>>;
