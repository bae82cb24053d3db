import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import {
  thirdPartyNotRefused,
  thirdPartyOnlyForLocation,
  thirdPartyUnreachable,
} from "#app/domain/law/named/third-party.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, event, said } from "./scenes.ts";

type Asked = {
  facts?: Facts;
  events?: HistoryEvent[];
  action?: Partial<ActionInput>;
  holds?: Hold[];
  states?: string[];
};
const asked = (check: Check, at: string, { action, ...given }: Asked = {}) =>
  said(
    check,
    aScene(at, { place: "US", zones: ["America/New_York"], action: { type: "call", ...action }, ...given }),
  );

test("US-CONTACT-13: another person is asked once where the debtor is, and not told of the debt", () => {
  const script = { values: { script: "law.script.location" }, next: null };
  const third = (disclosesDebt: boolean | undefined, events: HistoryEvent[] = [], contactId?: string) =>
    asked(thirdPartyOnlyForLocation, "2026-03-10T15:00:00Z", {
      action: { disclosesDebt, contactId },
      events,
    });
  expect(third(true)).toEqual(script);
  expect(third(undefined)).toEqual({
    ...asks("action.disclosesDebt"),
    values: {
      script: "law.script.location",
      fact: "law.fact.action.disclosesDebt",
      evidence: "law.fact.action.disclosesDebt",
    },
  });
  expect(third(false)).toBeNull();
  const before = (over: Partial<HistoryEvent>, type: HistoryEvent["type"] = "call") => [
    event(type, "2026-03-02", { recipientRole: "neighbour", ...over }),
  ];
  for (const type of ["call", "sms", "email", "letter", "visit"] as const)
    expect(third(false, before({}, type)), type).toEqual(script);
  expect(third(false, before({ recipientRole: "debtor" }))).toBeNull();
  expect(third(false, before({ recipientRole: undefined }))).toBeNull();
  expect(third(false, before({ direction: "in" }))).toBeNull();
  expect(third(false, before({ contactId: "P2" }), "P1")).toBeNull();
  expect(third(false, before({ contactId: "P1" }), "P1")).toEqual(script);
  expect(third(false, before({}), "P1")).toEqual(script);
  expect(third(false, before({ contactId: "P2" }))).toEqual(script);
});

const script = { values: { script: "law.script.callback" }, next: null };
const missed = (...outcomes: (string | Partial<HistoryEvent>)[]) =>
  outcomes.map((each, at) =>
    event("call", `2026-03-0${at + 1}T02:00:00Z`, typeof each === "string" ? { outcome: each } : each),
  );

test("CN-CONTACT-06: another person only after three failures in a row, an invalid number, or where the debtor is gone", () => {
  const third = (events: HistoryEvent[], over: Asked = {}) =>
    asked(thirdPartyUnreachable, "2026-03-10T02:00:00Z", {
      action: { disclosesDebt: false, ...over.action },
      events,
      holds: over.holds ?? [],
    });
  expect(third([])).toEqual(script);
  expect(third(missed("no_answer", "busy"))).toEqual(script);
  for (const outcome of ["no_answer", "busy", "not_connected", "undeliverable", "returned"])
    expect(third(missed(outcome, outcome, outcome)), outcome).toBeNull();
  for (const outcome of ["number_invalid", "not_in_service"])
    expect(third(missed(outcome)), outcome).toBeNull();
  expect(third(missed({ connected: false }, { connected: false }, { connected: false }))).toBeNull();
  expect(third(missed("no_answer", "conversation", "busy", "busy"))).toEqual(script);
  expect(third(missed("no_answer", {}, "busy", "busy"))).toEqual(script);
  expect(third(missed("no_answer", { direction: "in", outcome: "no_answer" }, "busy", "busy"))).toEqual(
    script,
  );
  expect(third(missed("no_answer", { recipientRole: "spouse" }, "busy", "busy"))).toBeNull();
  expect(third(missed("no_answer", { recipientRole: "debtor", outcome: "busy" }, "busy"))).toBeNull();
  expect(third([], { holds: [{ type: "death", startedAt: "2026-03-01" }] })).toBeNull();
  expect(third([], { holds: [{ type: "incapacity", startedAt: "2026-03-01" }] })).toBeNull();
  expect(
    third([], { holds: [{ type: "incapacity", startedAt: "2026-03-01", endsAt: "2026-03-02" }] }),
  ).toEqual(script);
  expect(third([], { holds: [{ type: "dispute", startedAt: "2026-03-01" }] })).toEqual(script);
  expect(third([event("death", "2026-03-01")])).toBeNull();
  const gone = [event("death", "2026-03-01")];
  expect(third(gone, { action: { disclosesDebt: true } })).toEqual(script);
  expect(third(gone, { action: { disclosesDebt: undefined } })).toEqual(asks("action.disclosesDebt"));
  expect(third([...gone, event("refusal", "2026-03-02")])).toEqual(script);
});

test("CN-HOLD-10: a person who refused is never contacted again", () => {
  const refused = (over: Partial<HistoryEvent>, contactId?: string) =>
    asked(thirdPartyNotRefused, "2026-03-10T02:00:00Z", {
      action: { contactId },
      events: [event("refusal", "2026-03-02", over)],
    });
  const never = { ...script, effect: "block" };
  expect(refused({})).toEqual(never);
  expect(refused({ contactId: "P1" }, "P1")).toEqual(never);
  expect(refused({ contactId: "P2" }, "P1")).toBeNull();
  expect(refused({ contactId: "P2" })).toEqual(never);
  expect(refused({}, "P1")).toEqual(never);
  expect(refused({ channel: "voice" })).toBeNull();
  expect(refused({ channel: "voice", contactId: "P1" }, "P1")).toEqual(never);
  expect(asked(thirdPartyNotRefused, "2026-03-10T02:00:00Z")).toBeNull();
});
