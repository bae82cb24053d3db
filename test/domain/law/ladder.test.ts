import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { decide } from "#app/domain/law/decide.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { ladder } from "#app/domain/law/ladder.ts";
import { cnPack } from "#app/domain/law/packs/cn/pack.ts";
import { dePack } from "#app/domain/law/packs/de/pack.ts";
import { usPack } from "#app/domain/law/packs/us/pack.ts";
import { knowsMove, packFor, packMayRun, packs, stageAfter, stageMoves } from "#app/domain/law/packs.ts";
import { lifecycleTypes, recordTypes, type Stage, stages, stepTypes } from "#app/domain/law/types.ts";
import { but, called, cnFacts, cnLawyer, creditor, lawyer, usFacts } from "./cases.ts";
import { complete, deFacts, deLawyer } from "./de-scenes.ts";

const [us, cn] = [usPack("US"), cnPack("CN")];

test("a place without a pack has none: Hong Kong, Macao, Taiwan, Scotland and Northern Ireland are refused", () => {
  for (const place of ["HK", "MO", "TW", "CN-HK", "GB", "GB-SCT", "GB-NIR", "DE-XX", "US-PR", "FR", ""])
    expect(packFor(place)).toBeNull();
  for (const place of ["US", "US-CA", "US-OH", "CN", "CN-440300", "GB-EW", "DE", "DE-BE"])
    expect(packFor(place)).not.toBeNull();
});

test("an unsigned pack runs nowhere in production", () => {
  expect(packMayRun(us, { production: true, on: "2026-11-20" })).toBe(false);
  expect(packMayRun(us, { production: false, on: "2026-11-20" })).toBe(true);
  const signed = { ...us, signedOffBy: "Counsel", signedOffOn: "2026-11-01", reviewBy: "2027-05-01" };
  expect(packMayRun(signed, { production: true, on: "2027-04-30" })).toBe(true);
  expect(packMayRun(signed, { production: true, on: "2027-05-01" })).toBe(false);
});

test("a case cannot jump from intake to court, and a title leads straight to enforcement", () => {
  for (const pack of packs) {
    for (const type of ["payment_order", "arbitration", "file_suit", "judgment"] as const) {
      expect(knowsMove(pack, type, "intake")).toBe(false);
    }
    expect(stageAfter(pack, "title_recorded", "reminder")).toBe("judgment");
    expect(stageAfter(pack, "apply_enforcement", "judgment")).toBe("enforcement");
    expect(stageAfter(pack, "closed_paid", "lawsuit")).toBe("closed");
    expect(stageAfter(pack, "call", "lawsuit")).toBe("lawsuit");
  }
  expect(knowsMove(us, "payment_order", "lawyer_letter")).toBe(false);
});

test("an enforcement order carries on a payment order: known from that rung on, entering none, and in Germany only", () => {
  const de = dePack("DE");
  const open = de.rungs.map(({ stage }) => stage);
  const known = open.filter((stage) => knowsMove(de, "enforcement_order_application", stage));
  expect(known).toEqual(["payment_order", "lawsuit", "judgment", "enforcement"]);
  for (const stage of known) expect(stageAfter(de, "enforcement_order_application", stage)).toBe(stage);
  for (const pack of packs.filter(({ id }) => id !== "DE")) {
    const stages: Stage[] = ["intake", ...pack.rungs.map(({ stage }) => stage)];
    expect(stages.filter((stage) => knowsMove(pack, "enforcement_order_application", stage))).toEqual([]);
  }
});

test("nothing happens after closing but records", () => {
  const after = packs.flatMap((pack) =>
    stageMoves(pack).filter(({ stageBefore }) => stageBefore === "closed"),
  );
  const allowed = new Set<string>([...recordTypes, "attempt_blocked"]);
  expect(after.filter(({ type, stageAfter: to }) => !allowed.has(type) || to !== "closed")).toEqual([]);
});

test("every record and every event of the platform's life is possible at every open stage", () => {
  for (const pack of packs) {
    const open = ["intake", ...pack.rungs.map(({ stage }) => stage)] as Stage[];
    for (const type of [...recordTypes, ...lifecycleTypes, "attempt_blocked" as const]) {
      expect(open.filter((stage) => !knowsMove(pack, type, stage))).toEqual([]);
    }
  }
});

test("no move is listed twice, and none goes down the ladder", () => {
  for (const pack of packs) {
    const moves = stageMoves(pack);
    expect(new Set(moves.map(({ type, stageBefore }) => `${type} ${stageBefore}`)).size).toBe(moves.length);
    expect(
      moves.filter(({ stageBefore, stageAfter: to }) => stages.indexOf(to) < stages.indexOf(stageBefore)),
    ).toEqual([]);
  }
});

const clear: Partial<ActionInput> = {
  direction: "out",
  debtId: "D1",
  attorneyReview: true,
  threatensSuit: false,
  forumState: "NY",
  emailBasis: "consumer_used",
  numberCheckedAt: "2026-04-01T00:00:00Z",
  consentToEntry: true,
  amounts: { itemized: 1, interest: 0, fees: 0, payments: 0, credits: 0, current: 1 },
  conditions: {
    moneyOrSecurities: true,
    maturedAndCertain: true,
    noCounterPerformanceOrOtherDispute: true,
    debtorInMainlandKnown: true,
    serviceable: true,
    competentBasicCourt: true,
    noPreservation: true,
  },
  items: complete,
  counterPerformanceOutstanding: false,
  publicServiceNeeded: false,
};

const jurisdictions: { facts: Facts; actor: ActorInput }[] = [
  {
    facts: but(usFacts, {
      arbitrationAgreement: true,
      notices: { remindersOn: [], scraCertificateOn: "2026-04-01" },
    }),
    actor: lawyer(),
  },
  { facts: but(usFacts, { notices: { demandDeliveredOn: "2025-09-01" } }), actor: lawyer() },
  {
    facts: but(usFacts, { debt: { dueDate: null }, limitation: { accruedOn: "2025-06-01" } }),
    actor: lawyer(),
  },
  { facts: but(usFacts, { effectiveInstrument: true }), actor: lawyer() },
  { facts: but(cnFacts, { notices: { remindersOn: [] } }), actor: cnLawyer() },
  {
    facts: but(cnFacts, {
      debt: { dueDate: null },
      notices: { remindersOn: [], demandDeliveredOn: "2026-03-01" },
    }),
    actor: cnLawyer(),
  },
  { facts: but(cnFacts, { effectiveInstrument: true, arbitrationAgreement: true }), actor: cnLawyer() },
  { facts: but(deFacts, { notices: { remindersOn: [] } }), actor: deLawyer() },
  { facts: but(deFacts, { effectiveInstrument: true }), actor: deLawyer() },
];

test("whatever is allowed is a move the pack knows, so that the database never refuses what the law permits", () => {
  const attempts = fc.array(
    fc.tuple(fc.constantFrom(...stepTypes, "title_recorded" as const), fc.integer({ min: 1, max: 15 })),
    {
      minLength: 5,
      maxLength: 30,
    },
  );
  let recorded = 0;
  fc.assert(
    fc.property(fc.constantFrom(...jurisdictions), attempts, ({ facts, actor }, tries) => {
      const pack = packFor(String(facts.case?.jurisdiction));
      if (!pack) throw new Error("no pack");
      const events: HistoryEvent[] = [];
      let stage: Stage = "intake";
      let ms = Date.parse("2026-03-03T16:00:00Z") - (pack.id === "CN" ? 10 * 3_600_000 : 0);
      for (const [type, days] of tries) {
        ms += days * 86_400_000;
        const at = new Date(ms).toISOString();
        const fresh = {
          ...actor,
          credentials: actor.credentials?.map((each) => ({ ...each, verifiedAt: at })),
        };
        if (type !== "title_recorded") {
          const decision = decide({
            pack,
            facts,
            history: historyOf(events),
            action: { ...clear, type },
            actor: fresh,
            at,
          });
          if (!decision.allowed) continue;
        }
        expect({ type, stage, known: knowsMove(pack, type, stage) }).toEqual({ type, stage, known: true });
        stage = stageAfter(pack, type, stage);
        events.push({
          type,
          startedAt: at,
          direction: "out",
          debtId: "D1",
          outcome: "no_answer",
          recipientRole: "debtor",
        });
        recorded += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(recorded).toBeGreaterThan(500);
});

test("the ladder tells what was done, where the case stands, what is open and what is not, with every check", () => {
  const history = historyOf([
    { type: "reminder", startedAt: "2026-02-02T16:00:00Z", direction: "out" },
    called("2026-02-09T16:00:00Z"),
  ]);
  const facts = but(usFacts, { notices: { remindersOn: [] } });
  const rungs = ladder({
    pack: us,
    facts,
    history,
    actor: lawyer(),
    at: "2026-02-12T16:00:00Z",
    stage: "contact",
  });
  const told = rungs.map(({ stage, state, doneAt, earliest }) => [stage, state, doneAt, earliest]);
  expect(told).toEqual([
    ["reminder", "done", "2026-02-02", null],
    ["contact", "now", "2026-02-09", null],
    ["formal_demand", "blocked", null, "2026-02-16"],
    ["lawyer_letter", "blocked", null, null],
    ["mediation", "blocked", null, null],
    ["arbitration", "blocked", null, null],
    ["lawsuit", "blocked", null, null],
    ["judgment", "blocked", null, null],
    ["enforcement", "blocked", null, null],
  ]);
  const demand = rungs[2].prerequisites;
  expect(demand.find(({ rule, met }) => rule === "POL-LADDER-03" && !met)).toMatchObject({
    earliest: "2026-02-16",
  });
  expect(demand.find(({ rule, check }) => rule === "POL-LADDER-03" && check.key === "need")).toMatchObject({
    met: true,
  });
  expect(
    ladder({ pack: us, facts, history, actor: lawyer(), at: "2026-02-16", stage: "contact" })[2].state,
  ).toBe("next");
});

test("a debtor who lives elsewhere brings that state's contact law with it", () => {
  const facts = but(usFacts, { debtor: { residence: { state: "MA", city: "Boston" } } });
  const history = historyOf([called("2026-03-07T15:00:00Z"), called("2026-03-08T15:00:00Z")]);
  const pack = packFor("US-NY");
  if (!pack) throw new Error("no pack");
  const action = { type: "call", direction: "out", debtId: "D1" } as const;
  const decision = decide({ pack, facts, history, action, actor: creditor, at: "2026-03-10T16:00:00Z" });
  expect(decision.findings.map(({ rule }) => rule)).toEqual(["US-CONTACT-07"]);
  expect(cn.zone).toBe("Asia/Shanghai");
});
