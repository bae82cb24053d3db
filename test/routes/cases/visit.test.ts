import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { loader as stepPage } from "#app/routes/cases.$caseId.step.tsx";
import { loader as allVisits, action as planVisit } from "#app/routes/cases.$caseId.visit._index.tsx";
import { loader as oneVisit, action as tellVisit } from "#app/routes/cases.$caseId.visit.$planId._index.tsx";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import type { Mailed } from "#test/support/contact.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aCaseToVisit, aPlan, dayOn, until } from "#test/support/visits.ts";
import { aWorld, turnTo, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;
let form: Record<string, string>;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-10T02:00:00Z");
  one = await aCaseToVisit(world);
  const [paper] = await evidenceOf(world.db, world.services, one.caseId);
  form = {
    ...{ key: newId(world.now), goes: one.lawyer.userId, on: dayOn(world, 1), time: "23:00", place: "home" },
    ...{ consent: "yes", evidenceId: paper.id, purpose: "商定分期方案" },
  };
}, 60_000);
afterAll(() => world.close());

const at = (path: string, more: { planId?: string; form?: Record<string, string | string[]> } = {}) =>
  asked(world, {
    ...{ by: one.lawyer, path: `/cases/${one.caseId}/${path}`, form: more.form },
    params: { caseId: one.caseId, ...(more.planId && { planId: more.planId }) },
  });

test("a plan that the law refuses, and one with a gap, come back with all that was typed", async () => {
  const refused = await answerOf(planVisit(at("visit", { form })));
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    values: form,
    refused: { findings: [{ message: { key: "outside_hours" } }], earliest: expect.any(String) },
  });
  const { purpose: _, ...without } = form;
  const gap = await answerOf(planVisit(at("visit", { form: without })));
  expect([gap.status, gap.body]).toMatchObject([
    422,
    { errors: { purpose: ["error.required"] }, values: without },
  ]);
});

test("a visit that the law refuses is answered with its reasons and with what was typed, and a lawful one leads to its page", async () => {
  const planId = await aPlan(world, one);
  await until(world, dayOn(world, 1), "16:00");
  const told = { outcome: "met", from: "14:30", to: "15:00", said: ["record"], note: "商定分三期。" };
  const path = `visit/${planId}`;
  const refused = await answerOf(tellVisit(at(path, { planId, form: told })));
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ values: told, findings: expect.any(Array) });
  const said = ["record", "identifiesSender", "consentToEntry"];
  const done = await answerOf(tellVisit(at(path, { planId, form: { ...told, said } })));
  expect([done.status, done.headers.get("location")]).toEqual([302, `/cases/${one.caseId}/${path}`]);
  const page = await answerOf(oneVisit(at(path, { planId })));
  expect(page.body).toMatchObject({ plan: { status: "done", outcome: "met" } });
});

test("the bare step of a visit leads to the page of visits", async () => {
  const answer = await answerOf(stepPage(at("step?type=visit")));
  expect([answer.status, answer.headers.get("location")]).toEqual([302, `/cases/${one.caseId}/visit`]);
  expect((await answerOf(allVisits(at("visit")))).body).toMatchObject({ never: null });
});
