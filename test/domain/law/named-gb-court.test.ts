import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import {
  notGenuinelyDisputed,
  rightCourtForGoods,
  sevenClearDays,
  underEnglishLaw,
} from "#app/domain/law/named/gb/court.ts";
import { registerNumberFits } from "#app/domain/law/named/gb/register-number.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, said } from "./scenes.ts";

type Asked = {
  facts?: Facts;
  events?: HistoryEvent[];
  action?: Partial<ActionInput>;
  actor?: ActorInput;
  holds?: Hold[];
};
const asked = (check: Check, at: string, { action, ...given }: Asked = {}) =>
  said(
    check,
    aScene(at, {
      place: "GB-EW",
      zones: ["Europe/London"],
      kind: "procedure",
      action: { type: "file_suit", ...action },
      ...given,
    }),
  );
const until = (date: string, reason: string) => ({
  values: { date, reason },
  next: { day: dayOf(date) },
});
const noted = (notices: Facts["notices"]) => ({ facts: { notices } });

test("GB-ESC-12: goods are taken by the court that may, by the sum and the kind of credit", () => {
  const goods = (type: "high_court_writ" | "county_court_warrant", facts: Facts, current?: number) =>
    asked(rightCourtForGoods, "2026-03-02", { facts, action: { type, amounts: { current } } });
  const writ = (facts: Facts, current?: number) => goods("high_court_writ", facts, current);
  const refused = (message: string, values = {}) => ({ values, next: null, effect: "block", message });
  const free: Facts = { judgment: { ccaRegulated: false } };
  expect(writ({ judgment: { ccaRegulated: true } }, 100_000)).toEqual(refused("gb_county_only_regulated"));
  expect(writ({ debt: { regulatedCredit: true } }, 100_000)).toEqual(refused("gb_county_only_regulated"));
  expect(writ({ judgment: { ccaRegulated: false }, debt: { regulatedCredit: true } }, 100_000)).toBeNull();
  expect(writ(free, 59_999)).toEqual(refused("gb_county_only_small", { least: 600 }));
  expect(writ(free, 60_000)).toBeNull();
  expect(writ({ judgment: { ccaRegulated: false, court: "high" } }, 59_999)).toBeNull();
  expect(writ({ judgment: { ccaRegulated: false, court: "high" } })).toBeNull();
  expect(writ(free)).toEqual(asks("debt.principal"));
  expect(writ({}, 60_000)).toEqual(asks("debt.regulatedCredit"));
  expect(writ({})).toEqual(asks("debt.regulatedCredit", "debt.principal"));
  expect(writ({ debtor: { kind: "company" } }, 60_000)).toBeNull();
  expect(writ({ debtor: { kind: "public" } }, 60_000)).toBeNull();
  expect(writ({ debt: { kind: "invoice_b2b" } }, 60_000)).toBeNull();
  expect(writ({ judgment: { ccaRegulated: false, amount: 60_000 }, debt: { principal: 100 } })).toBeNull();
  expect(writ({ judgment: { ccaRegulated: false }, debt: { principal: 100 } })).toMatchObject({
    message: "gb_county_only_small",
  });
  const warrant = (facts: Facts, current?: number) => goods("county_court_warrant", facts, current);
  expect(warrant({ judgment: { ccaRegulated: true } }, 500_000)).toBeNull();
  expect(warrant(free, 499_999)).toBeNull();
  expect(warrant(free, 500_000)).toEqual(refused("gb_high_only", { from: 5_000 }));
  expect(warrant({}, 500_000)).toEqual(asks("debt.regulatedCredit"));
  expect(warrant({}, 499_999)).toBeNull();
  expect(warrant(free)).toEqual(asks("debt.principal"));
  expect(warrant({})).toEqual(asks("debt.principal", "debt.regulatedCredit"));
});

test("GB-ESC-13: seven clear days, no Sunday and no holiday among them", () => {
  const control = (at: string, enforcementNoticeOn?: string) =>
    asked(sevenClearDays, at, noted({ enforcementNoticeOn }));
  expect(control("2026-03-10")).toEqual(asks("notices.enforcementNoticeOn"));
  expect(control("2026-03-10", "2026-03-02")).toEqual(until("2026-03-11", "law.wait.gb_clear_days"));
  expect(control("2026-03-11", "2026-03-02")).toBeNull();
  expect(control("2026-05-01", "2026-05-01")).toMatchObject({ values: { date: "2026-05-12" } });
  expect(control("2098-05-01", "2098-05-01")).toMatchObject({
    message: "stale_calendar",
    requires: ["calendar.GB-EW"],
  });
});

test("GB-ESC-14: no statutory demand on a disputed debt; a part of a record must say whether it is", () => {
  const refused = { values: {}, next: null, effect: "block", message: "gb_demand_disputed" };
  const demand = (disputed: boolean | string | undefined, holds: Hold[] = []) =>
    asked(notGenuinelyDisputed, "2026-03-10", { ...noted({ disputed }), holds });
  expect([demand(false), demand(undefined), demand("unknown")]).toEqual([null, null, null]);
  expect(demand(true)).toEqual(refused);
  expect(demand("in part")).toEqual(refused);
  expect(demand(false, [{ type: "dispute", startedAt: "2026-03-02" }])).toEqual(refused);
  expect(demand(false, [{ type: "dispute", startedAt: "2026-03-02", endsAt: "2026-03-05" }])).toBeNull();
  expect(demand(false, [{ type: "complaint", startedAt: "2026-03-02" }])).toBeNull();
  const excerpt = (disputed?: boolean) =>
    said(notGenuinelyDisputed, {
      ...aScene("2026-03-10", { place: "GB-EW", facts: { notices: { disputed } } }),
      history: historyOf([], { excerpt: true }),
    });
  expect(excerpt()).toEqual(asks("notices.disputed"));
  expect(excerpt(false)).toBeNull();
});

test("GB-STATE-01, GB-ACTOR-05: Scotland's law is not England's, and a number of another form is looked up with care", () => {
  expect(asked(underEnglishLaw, "2026-03-02")).toBeNull();
  expect(
    asked(underEnglishLaw, "2026-03-02", { facts: { debtor: { residence: { state: "Scotland" } } } }),
  ).toMatchObject({
    next: null,
    effect: "block",
    values: { system: expect.stringMatching(/^law\.system\.\w+$/) },
  });
  const numbered = (...numbers: (string | undefined)[]) =>
    asked(registerNumberFits, "2026-03-02", {
      actor: { credentials: numbers.map((number) => ({ type: "solicitor", number })) },
    });
  expect([
    numbered("123456"),
    numbered(" 1234567 "),
    numbered(undefined),
    numbered("unknown"),
    numbered(),
  ]).toEqual([null, null, null, null, null]);
  expect(asked(registerNumberFits, "2026-03-02")).toBeNull();
  for (const number of ["12345", "12345678", "x123456", "123456x"])
    expect(numbered("123456", number)).toEqual({ values: { number }, next: null });
});
