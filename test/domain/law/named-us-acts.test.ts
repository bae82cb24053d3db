import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import {
  answerPeriodOver,
  inPreferredLanguage,
  serviceRateCapped,
  statedEndLateEnough,
} from "#app/domain/law/named/us-acts.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, said } from "./scenes.ts";

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

test("US-ESC-02, US-CAL-03, US-CONTACT-20, US-HOLD-06: what a text and a default judgment must keep to", () => {
  const stated = (statedEnd?: string) => asked(statedEndLateEnough, "2026-03-02", { action: { statedEnd } });
  expect(stated()).toBeNull();
  const early = stated("2026-03-03");
  const { date } = early!.values as { date: string };
  expect(early).toEqual({ values: { date }, next: null });
  expect(stated(date)).toBeNull();
  const answer = (at: string, over: Asked = {}) =>
    asked(answerPeriodOver, at, { facts: { proceeding: { claimServedOn: "2026-03-02" } }, ...over });
  expect(asked(answerPeriodOver, "2026-03-02")).toEqual({
    ...asks("proceeding.claimServedOn"),
    effect: "warn",
  });
  expect(answer("2026-03-02")).toEqual({ ...asks("action.forumState"), effect: "warn" });
  const texas = answer("2026-03-02", { action: { forumState: "US-TX" } });
  expect(texas).toMatchObject({ values: { reason: "law.wait.summons" } });
  const open = texas?.next && "day" in texas.next ? texas.next.day : 0;
  expect(answer("2026-03-02", { states: ["TX"] })).toEqual(texas);
  const onDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  expect(answer(onDay(open), { states: ["TX"] })).toBeNull();
  expect(answer(onDay(open - 1), { states: ["TX"] })).toEqual(texas);
  const language = (preferredLanguage?: string, text?: string) =>
    asked(inPreferredLanguage, "2026-03-02", {
      facts: { debtor: { preferredLanguage } },
      action: { language: text },
    });
  expect([
    language(),
    language("es"),
    language(undefined, "en"),
    language("ES", "es"),
    language("es", "ES"),
  ]).toEqual([null, null, null, null, null]);
  expect(language("es", "en")).toEqual({ values: { language: "es" }, next: null });
  const rate = (interestRate: string | undefined, facts: Facts = {}, holds: Hold[] = []) =>
    asked(serviceRateCapped, "2026-03-02", {
      action: { interestRate },
      holds,
      facts: { service: { startedOn: "2026-01-10" }, ...facts, debt: { agreedRate: "10", ...facts.debt } },
    });
  expect(rate("6.1")).toEqual({ values: {}, next: null });
  expect(rate("6")).toBeNull();
  expect(rate(undefined)).toEqual({ values: {}, next: null, effect: "warn" });
  expect(rate("9", { debt: { agreedRate: "6" } })).toBeNull();
  expect(rate("9", { debt: { agreedRate: undefined } })).toBeNull();
  expect(rate("9", { debt: { agreedRate: undefined, apr: "10" } })).not.toBeNull();
  expect(rate("9", { debt: { agreedRate: "5", agreedLateRate: "10" } })).not.toBeNull();
  expect(rate("9", { service: { startedOn: "2026-01-10", writtenNotice: false } })).toBeNull();
  expect(rate("9", { debt: { contractDate: "2026-01-10" } })).toBeNull();
  expect(rate("9", { debt: { contractDate: "2026-01-09" } })).not.toBeNull();
  expect(rate("9", { service: undefined })).toBeNull();
  expect(rate("9", { service: undefined }, [{ type: "military", startedAt: "2026-01-10" }])).not.toBeNull();
  expect(rate("9", { service: undefined }, [{ type: "dispute", startedAt: "2026-01-10" }])).toBeNull();
  expect(
    rate("9", { service: undefined, debt: { contractDate: "2026-01-10" } }, [
      { type: "military", startedAt: "2026-01-10" },
    ]),
  ).toBeNull();
  expect(
    rate("9", { service: undefined }, [{ type: "military", startedAt: "2026-01-10", endsAt: "2026-02-01" }]),
  ).toBeNull();
});
