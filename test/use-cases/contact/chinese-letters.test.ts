import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { writeView } from "#app/use-cases/contact/contact-view.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { aCaseToWriteOn, ask, type Mailed, toMorning, verifiedByPost } from "#test/support/contact.ts";
import { daysAgo } from "#test/support/market.ts";
import { aLawyer, aWorld, turnTo, value, type World } from "#test/support/world.ts";

const zone = "Asia/Shanghai";
let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-02T02:00:00Z");
});
afterAll(() => world.close());

let made = 0;
async function aCase(history?: Record<string, string>): Promise<Mailed> {
  made += 1;
  const lawyer = await aLawyer(world, { territory: "CN" });
  const email = `wang${made}@debtor.example`;
  const mailed = await aCaseToWriteOn(world, { law: "CN", email, lawyer, history });
  await verifiedByPost(world, mailed);
  await toMorning(world, zone);
  return mailed;
}

const typed = () => ({
  ...{ collectorAddress: "深圳市福田区示例路 1 号", payTo: "开户行和账号见合同" },
  answerBy: addDays(dateIn(zone, world.now), 20),
});
const lawyerLetter = () => ({
  ...{ ...typed(), template: "cn.lawyer-letter.post", signatory: "李四，执业证号 14403201010123456" },
});
const demanded = () => ({
  ...{ judgment: "no", reminderSentOn: daysAgo(world, 60), demandDeliveredOn: daysAgo(world, 40) },
});

test("a lawyer's letter waits for the formal demand, and goes out once that was delivered long enough ago", async () => {
  const early = value(await ask(world, await aCase(), lawyerLetter()));
  expect(early.asked ? [] : early.decision.findings.map(({ rule }) => rule)).toContain("POL-LADDER-04");
  const later = await aCase(demanded());
  expect(value(await ask(world, later, lawyerLetter()))).toMatchObject({ asked: true });
  expect(await messagesOf(world.owner, later.caseId, { limit: 3 })).toMatchObject([
    { stepType: "lawyer_letter", channel: "post", status: "waiting" },
  ]);
});

test("it names who signs and by which mandate, and is not issued without", async () => {
  const mailed = await aCase(demanded());
  const { signatory, ...without } = lawyerLetter();
  expect(await ask(world, mailed, without)).toEqual({
    ...{ ok: false, error: { kind: "field-needed", fields: ["signatory"] } },
  });
  const { template, ...words } = lawyerLetter();
  const at = { caseId: mailed.caseId, template, typed: words };
  const seen = await writeView(world.ctx(mailed.lawyer.actor), at);
  for (const part of [signatory, "书面委托合同", "第五百七十九条", "律师事务所盖章"])
    expect(typeof seen === "string" ? seen : seen.letter?.body).toContain(part);
});

test("a formal demand waits for the first contact", async () => {
  const asked = value(await ask(world, await aCase(), { ...typed(), template: "cn.demand.post" }));
  expect(asked.asked ? [] : asked.decision.findings.map(({ rule }) => rule)).toContain("POL-LADDER-03");
});
