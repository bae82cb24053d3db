import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput, Credential } from "#app/domain/law/actor-input.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import { contingentFeeLawful, damagesReasonable, firmNumberValid } from "#app/domain/law/named/bids.ts";
import { guaranteeInTime, objectionFails } from "#app/domain/law/named/cn-acts.ts";
import { disputeOnFile } from "#app/domain/law/named/dispute.ts";
import { lawyerNumberValid, readLawyerNumber } from "#app/domain/law/named/lawyer-number.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, event, said } from "./scenes.ts";

type Asked = {
  place?: string;
  facts?: Facts;
  events?: HistoryEvent[];
  action?: Partial<ActionInput>;
  actor?: ActorInput;
  holds?: Hold[];
};
const scene = (at: string, { place = "CN", action, ...given }: Asked = {}) =>
  aScene(at, {
    place,
    zones: ["Asia/Shanghai"],
    kind: "procedure",
    action: { type: "letter", ...action },
    ...given,
  });
const asked = (check: Check, at: string, given: Asked = {}) => said(check, scene(at, given));

test("CN-ESC-10, CN-LIM-10: an order that a valid objection ended is not enforced, a guarantor is held only in time", () => {
  const objected = (notices: Facts["notices"]) => asked(objectionFails, "2026-04-10", { facts: { notices } });
  const ended = (date: string) => ({ values: { date }, next: null });
  const order = { paymentOrderReceivedOn: "2026-03-02", objectionReceivedOn: "2026-03-17" };
  expect(objected({})).toBeNull();
  expect(objected(order)).toEqual(ended("2026-03-17"));
  expect(objected({ ...order, objectionReceivedOn: "2026-03-18" })).toBeNull();
  expect(objected({ objectionReceivedOn: "2026-03-18" })).toEqual(ended("2026-03-18"));
  expect(objected({ ...order, objectionWritten: false })).toBeNull();
  expect(objected({ ...order, objectionWritten: true, objectionGround: "not_owed" })).toEqual(
    ended("2026-03-17"),
  );
  for (const objectionGround of ["cannot_pay", "asks_time", "asks_instalments", "other_way_of_paying"])
    expect(objected({ ...order, objectionGround }), objectionGround).toBeNull();
  expect(objected({ paymentOrderReceivedOn: "2098-03-02", objectionReceivedOn: "2098-09-01" })).toEqual(
    ended("2098-09-01"),
  );
  const guaranteed = (at: string, events: HistoryEvent[] = []) =>
    asked(guaranteeInTime, at, { facts: { limitation: { mainDebtDue: "2025-09-10" } }, events });
  const late = { values: { date: "2026-03-10", reason: "law.wait.guarantee" }, next: null };
  expect(guaranteed("2026-03-10")).toBeNull();
  expect(guaranteed("2026-03-11")).toEqual(late);
  expect(asked(guaranteeInTime, "2026-03-11")).toEqual(asks("limitation.mainDebtDue"));
  for (const type of ["demand_payment", "lawyer_letter", "letter", "file_suit", "arbitration"] as const) {
    expect(
      guaranteed("2026-03-11", [event(type, "2026-03-10T01:00:00Z", { recipientRole: "guarantor" })]),
      type,
    ).toBeNull();
    expect(
      guaranteed("2026-03-12", [event(type, "2026-03-11", { recipientRole: "guarantor" })]),
      type,
    ).toEqual(late);
    expect(guaranteed("2026-03-11", [event(type, "2026-03-10", { recipientRole: "debtor" })]), type).toEqual(
      late,
    );
  }
});

test("a dispute that the case tells of stops collection until a pause records it", () => {
  const told = (disputed: boolean | undefined, over: Asked = {}) =>
    asked(disputeOnFile, "2026-03-10", { facts: { notices: { disputed } }, ...over });
  expect([told(false), told(undefined)]).toEqual([null, null]);
  expect(told(true)).toEqual({ values: {}, next: null });
  expect(
    told(true, { holds: [{ type: "dispute", startedAt: "2026-03-01", endsAt: "2026-03-02" }] }),
  ).toBeNull();
  expect(told(true, { holds: [{ type: "complaint", startedAt: "2026-03-01" }] })).not.toBeNull();
  expect(told(true, { action: { purpose: "reply_to_debtor" } })).toBeNull();
});

test("CN-ACTOR-07, -08: the numbers of lawyers and of firms have the form that the ministry gives them", () => {
  const read = (number: string) => readLawyerNumber(number, 2026);
  expect([
    read("11101201510123456"),
    read("123456789012"),
    read("11101202610123456"),
    read("11101194910123456"),
  ]).toEqual(["valid", "valid", "valid", "valid"]);
  for (const number of [
    "11101202710123456",
    "11101194810123456",
    "21101201510123456",
    "1110120151012345",
    "111012015101234567",
    "11101201500123456",
    "11101201512123456",
    "12345678901",
    "1234567890123",
    "x123456789012",
  ])
    expect(read(number), number).toBe("malformed");
  for (const category of ["6", "7", "8", "9"])
    expect(read(`111012015${category}0123456`)).toBe("not_for_hire");
  for (const category of ["1", "2", "3", "4", "5"]) expect(read(`111012015${category}1123456`)).toBe("valid");
  const numbered = (check: Check, ...credentials: Credential[]) =>
    asked(check, "2026-03-10", { actor: { credentials } });
  const lawyer = (number: string | undefined): Credential => ({ type: "lawyer_certificate", number });
  const refused = (number: string, why: string) => ({
    values: { number, why: `law.lawyerNumber.${why}` },
    next: null,
    effect: "block",
  });
  expect(
    numbered(lawyerNumberValid, lawyer("11101201510123456"), lawyer(undefined), lawyer("unknown"), {
      type: "other",
      number: "x",
    }),
  ).toBeNull();
  expect(numbered(lawyerNumberValid, lawyer("11101201510123456"), lawyer("5"))).toEqual(
    refused("5", "malformed"),
  );
  expect(numbered(lawyerNumberValid, lawyer("11101201560123456"))).toEqual(
    refused("11101201560123456", "not_for_hire"),
  );
  const firm = (number: string | undefined): Credential => ({ type: "law_firm_licence", number });
  expect(
    numbered(firmNumberValid, firm("31110000E000123456"), firm(undefined), { type: "other", number: "x" }),
  ).toBeNull();
  for (const number of [
    "32110000E000123456",
    "31110000E00012345",
    "31110000E0001234567",
    "x31110000E000123456",
    "31110000e000123456",
  ])
    expect(numbered(firmNumberValid, firm(number)), number).toEqual(refused(number, "malformed"));
  expect([asked(firmNumberValid, "2026-03-10"), asked(lawyerNumberValid, "2026-03-10")]).toEqual([
    null,
    null,
  ]);
});

test("CN-MONEY-09, -12, US-ACTOR-06: shares of the result and damages within the law's bands", () => {
  const share = (
    place: string,
    feePercent: string | undefined,
    over: Partial<ActionInput> = {},
    principal: number | undefined = 10_000_000,
  ) =>
    asked(contingentFeeLawful, "2026-03-10", {
      place,
      facts: { debt: { principal } },
      action: { feePercent, ...over },
    });
  const refused = (message: string, values: object) => ({ values, next: null, message, effect: "block" });
  expect(share("CN", undefined)).toBeNull();
  expect(share("CN", "18")).toBeNull();
  expect(share("CN", "18.1")).toEqual(refused("fee_over_cap", { cap: 1_800_000, rule: "TEST-01" }));
  expect(share("CN", "1", { matter: "wages" })).toEqual(refused("fee_barred", { rule: "TEST-01" }));
  expect(share("CN", "1", { matter: "unknown" })).toBeNull();
  expect(asked(contingentFeeLawful, "2026-03-10", { action: { feePercent: "1" } })).toEqual(
    asks("debt.principal"),
  );
  expect(share("US", "40")).toBeNull();
  expect(share("US", "40.1")).toEqual({ values: { rule: "TEST-01" }, next: null, effect: "warn" });
  const damages = (amounts: ActionInput["amounts"]) =>
    asked(damagesReasonable, "2026-03-10", { action: { amounts } });
  expect([
    damages({ damages: 130, loss: 100 }),
    damages({ damages: 130 }),
    damages({ loss: 100 }),
    damages(undefined),
  ]).toEqual([null, null, null, null]);
  expect(damages({ damages: 131, loss: 100 })).toEqual({ values: {}, next: null });
});
