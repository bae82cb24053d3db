import { anonymous, debtorOn, system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { codeFor } from "#app/use-cases/contact/letter-code.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { askAboutData } from "#app/use-cases/debtors/ask-about-data.server.ts";
import { doorVisit, type Visit } from "#app/use-cases/debtors/door-visit.server.ts";
import { enterDoor } from "#app/use-cases/debtors/enter-door.server.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { messageOf, messagesOf } from "#db/queries/contact.ts";
import { dataRequestsOn } from "#db/queries/data-requests.ts";
import { aCaseToWriteOn, ask, type Mailed, toMorning } from "./contact.ts";
import { anAddress, value, type World } from "./world.ts";

/** The end of the phone number that the English debtor of the tests has on file. */
export const phoneEnd = "0123";
let mails = 0;

/** An English case whose debtor has had a letter by e-mail, on a working morning. */
export async function aCaseWithALetter(world: World): Promise<Mailed> {
  const mailed = await aCaseToWriteOn(world, { law: "GB-EW", email: `hattie${++mails}@hollyhock.example` });
  await toMorning(world, "Europe/London");
  value(await ask(world, mailed));
  value(await sendMessages(world.ctx(system), { clock: async () => world.now }));
  return mailed;
}

export const lastLetter = async (world: World, { caseId }: Mailed) =>
  (await messagesOf(world.owner, caseId, { limit: 1 }))[0];

export const codeOn = async (world: World, mailed: Mailed) =>
  codeFor(world.services, await lastLetter(world, mailed)).code;

export type Trying = { fact?: string; address?: string; now?: Date };

export const enter = (world: World, letter: string, { fact = phoneEnd, address, now }: Trying = {}) =>
  enterDoor(world.ctx(anonymous, now), { letter, fact, address: address ?? anAddress() });

/** A visit by the code of a case's letter. */
export async function aVisit(world: World, mailed: Mailed) {
  const { token } = value(await enter(world, await codeOn(world, mailed)));
  const visit = await doorVisit(world.ctx(anonymous), token);
  if (!visit) throw new Error("The door did not open");
  return { ...visit, token };
}

type AtLetter = { caseId: string; letterId: string };

/** Inside the door as the debtor whom a letter was for. */
async function insideBy(world: World, at: AtLetter) {
  const ctx = world.ctx(debtorOn(at.caseId));
  const kase = await findCase(world.db, ctx.actor, at.caseId);
  const letter = await messageOf(world.db, { caseId: at.caseId, id: at.letterId });
  if (!kase || !letter) throw new Error("No such letter");
  return { ctx, kase, letter, language: "en" as const, onlyReceipts: false };
}

/** A report of a firm's conduct that bars nobody and a request to correct what is on file, made by the debtor whom a letter was for. */
export async function saidAtTheDoor(world: World, at: AtLetter) {
  const visit = await insideBy(world, at);
  const said = { kind: "report" as const, key: newId(world.now), reason: "too_often" };
  const reportId = value(await say(visit, said)).id;
  const asked = { kind: "correct" as const, key: newId(world.now), words: "My street is Quince Row." };
  value(await askAboutData(visit, asked));
  const [request] = await dataRequestsOn(world.db, at.caseId);
  return { caseId: at.caseId, reportId, requestId: request.id };
}

/** A report of a firm's conduct by a debtor whom it wrote to by its own ways, not by the gate. */
export async function aReport(
  world: World,
  { caseId, againstOrgId }: { caseId: string; againstOrgId: string },
) {
  const ctx = world.ctx(debtorOn(caseId));
  const kase = await findCase(world.db, ctx.actor, caseId);
  if (!kase) throw new Error("No such case");
  const letter = { id: newId(world.now), askedByOrgId: againstOrgId } as Visit["letter"];
  const said = { kind: "report", key: newId(world.now), reason: "too_often" } as const;
  return value(await say({ ctx, kase, letter, language: "en", onlyReceipts: false }, said)).id;
}

/** A report that bars the firm until an administrator has looked. */
export async function aSevereReport(world: World, at: AtLetter): Promise<void> {
  const said = { kind: "report_severe", key: newId(world.now), reason: "threat" } as const;
  value(await say(await insideBy(world, at), said));
}
