import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveCase } from "#app/use-cases/cases/approve-case.server.ts";
import { openDraft } from "#app/use-cases/cases/draft-pages.server.ts";
import { postCase } from "#app/use-cases/cases/post-case.server.ts";
import { saveStep } from "#app/use-cases/cases/save-step.server.ts";
import { startDraft } from "#app/use-cases/cases/start-draft.server.ts";
import { addDraftEvidence } from "#app/use-cases/evidence/add-draft-evidence.server.ts";
import { browseRounds } from "#app/use-cases/tenders/browse-rounds.server.ts";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { readRound } from "#app/use-cases/tenders/read-round.server.ts";
import { caseBriefs, cases } from "#db/schema/cases.ts";
import { tenders } from "#db/schema/tenders.ts";
import { draftPages, terms } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  aPdf,
  aPerson,
  aWorld,
  licensed,
  theAdmin,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-06-15T10:00:00Z");
});
afterAll(() => world.close());

const history = {
  disputed: "no",
  judgment: "yes",
  judgmentCourt: "Landgericht Musterstadt",
  judgmentNumber: "12 O 345/24",
  judgmentOn: "2024-03-01",
  judgmentFinalOn: "2024-04-15",
};

/** A draft begun in the lane of judgments, with everything but what `given` leaves out. */
async function draft({
  goal = "enforcement",
  papers = ["judgment"],
  debtor = {},
  title = history,
}: {
  goal?: string;
  papers?: ("judgment" | "contract")[];
  debtor?: Record<string, string>;
  title?: Record<string, string>;
} = {}) {
  const creditor = await aCreditor(world);
  const ctx = world.ctx(creditor.actor);
  const { caseId } = value(await startDraft(ctx, { lane: "title" }));
  const pages = draftPages(world, {
    debtor: { name: "Muster Schuldnerin GmbH", country: "DE", province: "DE-BE", ...debtor },
    claim: {
      kind: "invoice_b2b",
      currency: "EUR",
      dueAgreed: "no",
      invoiceReceivedOn: "2023-06-01",
      dueOn: "2023-06-01",
      contractOn: "2023-04-01",
    },
    history: title,
    goal: { goal, windowHours: "24", feeModels: ["fixed", "hourly"] },
  });
  const errors: Record<string, unknown> = {};
  for (const step of ["debtor", "claim", "history", "goal"] as const)
    errors[step] = value(await saveStep(ctx, { caseId, step, typed: pages[step] })).errors;
  for (const kind of papers)
    value(await addDraftEvidence(ctx, { caseId, kind, file: aPdf(`${kind}.pdf`, caseId) }));
  return { caseId, creditor, ctx, errors };
}

test("the lane of judgments begins with the answer given: a judgment, and its enforcement as the goal", async () => {
  const creditor = await aCreditor(world);
  const ctx = world.ctx(creditor.actor);
  const { caseId } = value(await startDraft(ctx, { lane: "title" }));
  const kept = await openDraft(world.db, world.ctx(creditor.actor), caseId);
  expect(kept?.answers).toEqual({ history: { judgment: "yes" }, goal: { goal: "enforcement" } });
});

test("a judgment is shown and not claimed, its details are asked for, and nothing but enforcement can be the goal", async () => {
  const unproven = await draft({ papers: ["contract"] });
  expect(await postCase(unproven.ctx, unproven)).toMatchObject({ error: { kind: "evidence-missing" } });
  const bare = await draft({ title: { disputed: "no", judgment: "yes" } });
  expect(Object.keys(bare.errors.history as object).sort()).toEqual([
    "judgmentCourt",
    "judgmentNumber",
    "judgmentOn",
  ]);
  const early = await draft({ title: { ...history, judgmentFinalOn: "2024-02-01" } });
  expect(early.errors.history).toEqual({ judgmentFinalOn: ["error.final_before_judgment"] });
  const suit = await draft({ goal: "up_to_lawsuit" });
  expect(suit.errors.goal).toEqual({ goal: ["error.title_goal"] });
  expect(await postCase(suit.ctx, suit)).toMatchObject({ error: { kind: "unfinished" } });
});

test("the ladder begins at the judgment, the round is for enforcement, and the title's thirty years are counted", async () => {
  const { caseId, ctx } = await draft();
  value(await postCase(ctx, { caseId }));
  value(await approveCase(world.ctx((await theAdmin(world)).actor), { caseId }));
  const [kase] = await world.owner.select().from(cases).where(eq(cases.caseId, caseId));
  expect(kase).toMatchObject({ stage: "judgment", status: "tendering" });
  const [round] = await world.owner.select().from(tenders).where(eq(tenders.caseId, caseId));
  expect(round.scope).toBe("enforcement");
  const [card] = await world.owner.select().from(caseBriefs).where(eq(caseBriefs.caseId, caseId));
  expect(card).toMatchObject({ titledOn: "2024-03-01", enforceableUntil: "2054-04-15" });

  const firm = await aLawyer(world, { territory: "DE", seat: "DE-BE", kind: "bar_admission" });
  const view = await readRound(world.ctx(firm.actor), caseId);
  expect(view).toMatchObject({ brief: { titledOn: "2024-03-01" }, decision: { allowed: true } });
  const sent = JSON.stringify(view);
  for (const secret of ["Musterstadt", "345/24", "Schuldnerin"]) expect(sent).not.toContain(secret);
  const fixed = terms({ model: "fixed", successBps: 0, fixedFee: 900_00 });
  expect((await placeBid(world.ctx(firm.actor), { caseId, terms: fixed })).ok).toBe(true);
});

test("where a collector may enforce, a judgment in hand opens the round to it, and a claim still to be sued for does not", async () => {
  const collector = await aPerson(world, "agency", { seat: "DE-BE" });
  await licensed(world, collector, { kind: "inkasso_registration", territory: "DE" });
  const { caseId, ctx } = await draft();
  value(await postCase(ctx, { caseId }));
  value(await approveCase(world.ctx((await theAdmin(world)).actor), { caseId }));
  const view = await readRound(world.ctx(collector.actor), caseId);
  expect(view?.decision.findings.map(({ rule }) => rule)).not.toContain("POL-SCOPE-01");
  const listed = await browseRounds(world.ctx(collector.actor), { after: null });
  expect(listed.closedBecause.map(({ rule }) => rule)).not.toContain("POL-SCOPE-01");

  const untitled = await draft({ title: { disputed: "no", judgment: "no" } });
  value(await postCase(untitled.ctx, untitled));
  value(await approveCase(world.ctx((await theAdmin(world)).actor), untitled));
  const closed = await readRound(world.ctx(collector.actor), untitled.caseId);
  expect(closed?.decision.findings.map(({ rule }) => rule)).toContain("POL-SCOPE-01");
});
