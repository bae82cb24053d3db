import { desc } from "drizzle-orm";
import { system } from "#app/domain/accounts/actor.ts";
import type { WriteMessage } from "#app/domain/contact/forms.ts";
import { newId } from "#app/domain/ids.ts";
import { readInThread } from "#app/gateways/reading-thread.server.ts";
import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import { makeBatch } from "#app/use-cases/contact/make-batch.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { letterBatches } from "#db/schema/contact.ts";
import { aCaseToWriteOn, ask, type Mailed, toMorning, verifiedByPost } from "./contact.ts";
import { daysAgo } from "./market.ts";
import { aLawyer, value, type World } from "./world.ts";

export const londonZone = "Europe/London";

export const letterOfClaim = {
  ...{ template: "gb.letter-of-claim.post", collectorAddress: "1 Quince Street, Leeds" },
  agreement: "In writing, of 2 October 2025, between Plum & Sons and you.",
  ...{ interest: "None is being added.", instalments: "None are offered or paid." },
};

export const companyLetter = {
  ...{ template: "gb.company-letter.post", collectorAddress: "1 Quince Street, Leeds" },
  agreement: "A written contract of 2 October 2025 for cleaning services.",
  facts: "The work was done in October and invoiced on the last day of it. Nobody complained.",
};

type Answers = { claim?: Record<string, string>; debtor?: Record<string, string> };

export const aCompany: Answers = {
  debtor: { kind: "company", name: "Hollyhock Ltd" },
  claim: { purpose: "commercial" },
};

let made = 0;
/** An English case on a working morning, whose debtor was reminded and written to long enough ago for a letter of claim. */
export async function aCaseToClaim(world: World, more: Answers = {}): Promise<Mailed> {
  made += 1;
  const lawyer = await aLawyer(world, { territory: "GB-EW" });
  const history = { judgment: "no", reminderSentOn: daysAgo(world, 40) };
  const email = `hattie.claim${made}@hollyhock.example`;
  const mailed = await aCaseToWriteOn(world, { law: "GB-EW", email, lawyer, history, ...more });
  await verifiedByPost(world, mailed);
  await toMorning(world, londonZone);
  value(await ask(world, mailed, { template: "gb.message", passage: "Please get in touch with us." }));
  while (value(await sendMessages({ ...world.ctx(system), mailServer: null })) > 0);
  await toMorning(world, londonZone, 9);
  return mailed;
}

/** What the law says against a letter. */
export async function rulesOf(world: World, mailed: Mailed, letter: Partial<WriteMessage> = letterOfClaim) {
  const asked = value(await ask(world, mailed, letter));
  return asked.asked ? [] : asked.decision.findings.map(({ rule }) => rule);
}

/** Prints what waits of one collector: the file, and the entry of the log that counts the demand. */
export async function printed(world: World, { lawyer, caseId }: Mailed) {
  value(await makeBatch(world.ctx(lawyer.actor), { key: newId(world.now) }));
  while (value(await keepBatches(world.ctx(system), { clock: async () => world.now })) > 0);
  const batches = await world.owner.select().from(letterBatches).orderBy(desc(letterBatches.madeAt));
  const [batch] = batches.filter(({ madeBy }) => madeBy === lawyer.userId);
  const bytes = await world.services.documents.get(world.db, batch.documentHash ?? "");
  const { pages } = await readInThread(bytes ?? new Uint8Array(), { as: "pdf" });
  const event = (await eventsOf(world.owner, caseId)).find(({ type }) => type === "demand_payment");
  return { batch, pages, event };
}
