import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import { paymentOrderConditions } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { decide } from "#app/domain/law/decide.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { knowsMove, packFor, stageAfter, stageMoves } from "#app/domain/law/packs.ts";
import { type Decision, type Stage, stages, stepTypes } from "#app/domain/law/types.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import { onLadder, undoneLater } from "#app/domain/timeline/rung-check.ts";

const yes: Decision = { allowed: true, findings: [], earliest: null, pack: { id: "US", version: "1" } };

function packAt(place: string) {
  const pack = packFor(place);
  if (!pack) throw new Error(`no pack for ${place}`);
  return pack;
}
const places = fc.constantFrom("US-CA", "CN-440300");

/** Everything stated and proven, so that only the order of the rungs is left to ask for. */
const factsAt = (place: string): Facts => ({
  case: { jurisdiction: place },
  debt: {
    id: "case",
    purpose: "commercial",
    kind: "loan_private",
    principal: 100_000,
    dueDate: "2026-01-05",
    limitationKind: "written",
    lawful: "ok",
  },
  creditor: { kind: "business", assigned: false },
  debtor: {
    kind: "company",
    residence: {
      country: place.slice(0, 2),
      state: place === "US-CA" ? "CA" : null,
      tz: place === "US-CA" ? "America/Los_Angeles" : "Asia/Shanghai",
    },
  },
  notices: { remindersOn: ["2026-01-06"], demandDeliveredOn: "2026-01-07", lawyerLetterOn: "2026-01-08" },
  documents: { itemisedAccountId: "a", primaryDocumentId: "b" },
  limitation: { accruedOn: "2026-01-05" },
  arbitrationAgreement: true,
  effectiveInstrument: false,
  engagementSigned: true,
});

const lawyerAt = (place: string): ActorInput => ({
  id: "org",
  kind: "lawyer",
  credentials: [
    {
      type: place === "US-CA" ? "bar_admission" : "lawyer_certificate",
      number: place === "US-CA" ? "000101" : "14403201510000001",
      territory: place === "US-CA" ? "US-CA" : "CN",
      status: "active",
      verifiedAt: "2026-06-01T00:00:00Z",
      expiresAt: "never",
    },
  ],
});

const act = (type: ActionInput["type"], place: string): ActionInput => ({
  type,
  debtId: "case",
  direction: "out",
  recipientRole: "debtor",
  emailBasis: "consumer_used",
  attorneyReview: true,
  forumState: place === "US-CA" ? "CA" : undefined,
  consentToEntry: true,
  conditions: Object.fromEntries(paymentOrderConditions.map((each) => [each, true])),
});

test("whatever the rules allow from any rung, the ladder then knows the move, or says why not", () => {
  fc.assert(
    fc.property(
      places,
      fc.constantFrom(...stepTypes),
      fc.constantFrom<Stage>(...stages),
      fc.subarray([...stepTypes]),
      (place, type, stage, before) => {
        const pack = packAt(place);
        const history = historyOf(
          before.map(
            (each): HistoryEvent => ({ type: each, startedAt: "2026-03-02T18:00:00Z", direction: "out" }),
          ),
        );
        const at = place === "US-CA" ? "2026-06-10T18:00:00Z" : "2026-06-10T03:00:00Z";
        const question = {
          pack,
          facts: factsAt(place),
          history,
          action: act(type, place),
          actor: lawyerAt(place),
          at,
        };
        const decision = onLadder(decide(question), pack, type, stage);
        if (decision.allowed) expect(knowsMove(pack, type, stage)).toBe(true);
        if (!knowsMove(pack, type, stage)) {
          const { message, citation } = decision.findings.at(-1) ?? {};
          expect(["step_missing", "unsupported"]).toContain(message?.key);
          expect(citation).toContain(pack.version);
        }
      },
    ),
    { numRuns: 1_500 },
  );
});

test("a walk up the ladder by lawful steps alone never jumps: each rung is entered from a rung the pack names", () => {
  fc.assert(
    fc.property(places, fc.array(fc.constantFrom(...stepTypes), { maxLength: 14 }), (place, walk) => {
      const pack = packAt(place);
      let stage: Stage = "intake";
      const events: HistoryEvent[] = [];
      walk.forEach((type, at) => {
        const startedAt = `${addDays("2026-02-02", at * 7)}T${place === "US-CA" ? "18" : "03"}:00:00Z`;
        const question = { pack, facts: factsAt(place), actor: lawyerAt(place), at: startedAt };
        const decided = decide({ ...question, history: historyOf(events), action: act(type, place) });
        if (!onLadder(decided, pack, type, stage).allowed) return;
        const next = stageAfter(pack, type, stage);
        expect(stages.indexOf(next)).toBeGreaterThanOrEqual(stages.indexOf(stage));
        expect(stageMoves(pack)).toContainEqual({ type, stageBefore: stage, stageAfter: next });
        events.push({ type, startedAt, direction: "out" });
        stage = next;
      });
    }),
    { numRuns: 300 },
  );
});

test("a step whose rung cannot be entered from here names the rung that comes first", () => {
  const decision = onLadder(yes, packAt("US-CA"), "file_suit", "contact");
  expect(decision).toMatchObject({ allowed: false, earliest: null });
  expect(decision.findings).toMatchObject([
    {
      rule: "X-09",
      message: { key: "step_missing", values: { notice: "law.stage.formal_demand" } },
      requires: ["formal_demand"],
    },
  ]);
});

test("a step that a country's ladder does not have is refused there, and open where it has it", () => {
  const here = onLadder(yes, packAt("US-CA"), "payment_order", "lawyer_letter");
  expect(here.allowed).toBe(false);
  expect(here.findings[0].message).toMatchObject({
    key: "unsupported",
    values: { why: "law.action.payment_order" },
  });
  expect(onLadder(yes, packAt("CN-440300"), "payment_order", "lawyer_letter")).toBe(yes);
});

test("a frequency cap does not depend on the order in which calls are told", () => {
  const place = "CN-440300";
  const facts: Facts = { ...factsAt(place), debtor: { ...factsAt(place).debtor, kind: "natural_consumer" } };
  const question = { pack: packAt(place), packOf: packFor, facts, actor: lawyerAt(place) };
  const call = (startedAt: string): HistoryEvent => ({
    type: "call",
    startedAt,
    direction: "out",
    channel: "voice",
    connected: true,
    recipientRole: "debtor",
    debtId: "case",
  });
  const evening = call("2026-03-02T09:00:00.000Z");
  const morning = call("2026-03-02T02:00:00.000Z");
  expect(undoneLater(question, [evening], morning)).toMatchObject([
    { rule: "CN-CONTACT-04", message: { key: "frequency_cap" }, earliest: null },
  ]);
  expect(undoneLater(question, [evening], call("2026-02-20T02:00:00.000Z"))).toEqual([]);
  expect(undoneLater(question, [evening], { ...morning, type: "dispute", direction: "in" })).toEqual([]);
});
