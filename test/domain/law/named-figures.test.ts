import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { Facts, Hold } from "#app/domain/law/facts.ts";
import { damagesReasonable } from "#app/domain/law/named/bids.ts";
import { collectionCostsWithinCap } from "#app/domain/law/named/de/costs.ts";
import { firstAssertionComplete } from "#app/domain/law/named/de/first-assertion.ts";
import { readLawyerNumber } from "#app/domain/law/named/lawyer-number.ts";
import { notTimeBarred } from "#app/domain/law/named/not-time-barred.ts";
import { textIsReviewed } from "#app/domain/law/named/text.ts";
import { answerPeriodOver, serviceRateCapped, statedEndLateEnough } from "#app/domain/law/named/us-acts.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, said } from "./scenes.ts";

type Asked = { facts?: Facts; action?: Partial<ActionInput>; holds?: Hold[]; states?: string[] };
const asked = (check: Check, place: string, at: string, { action, ...given }: Asked = {}) =>
  said(
    check,
    aScene(at, { place, zones: ["UTC"], kind: "procedure", action: { type: "letter", ...action }, ...given }),
  );

test("CN-MONEY-09: damages are not too high beside a loss that is not known", () => {
  for (const loss of [null, "unknown", undefined] as const)
    expect(
      asked(damagesReasonable, "CN", "2026-03-10", { action: { amounts: { damages: 131, loss } } }),
    ).toBeNull();
});

test("X-10: costs of a day whose table of fees is not on file are not judged", () => {
  const facts: Facts = { debt: { principal: 50_000 } };
  expect(
    asked(collectionCostsWithinCap, "DE", "1990-01-01", { facts, action: { amounts: { fees: 1 } } }),
  ).toEqual(asks("fees.DE-RVG"));
});

test("DE-NOTICE-01: one item that is told to be lacking bars the letter, though of others nothing is told", () => {
  const items = { supervisor: false };
  expect(asked(firstAssertionComplete, "DE", "2026-03-10", { action: { items } })).toMatchObject({
    effect: "block",
  });
});

test("CN-ACTOR-07: nothing stands before a lawyer's number", () => {
  for (const before of ["x", "9", " "])
    expect(readLawyerNumber(`${before}11101201510123456`, 2026)).toBe("malformed");
});

test("POL-LADDER-07: on the last day of the longest period the kind is still asked for, and every reason is told", () => {
  const facts: Facts = { debt: { dueDate: "2016-03-10" } };
  expect(asked(notTimeBarred, "US-IL", "2026-03-10", { facts })).toMatchObject({ effect: "require" });
  expect(asked(notTimeBarred, "US-IL", "2026-03-11", { facts })).toMatchObject({ effect: "block" });
  const limitation = {
    accruedOn: "2013-03-10",
    interruptions: [{ type: "payment", on: "2019-03-04" }],
  };
  expect(asked(notTimeBarred, "GB-EW", "2026-03-10", { facts: { limitation } })).toMatchObject({
    values: { basis: "LA 1980 s.5: 6 years; LA 1980 ss.29-31: payment 2019-03-04" },
  });
});

test("US-ESC-05: an American forum is none of a German claim's", () => {
  const facts: Facts = { debt: { dueDate: "2022-03-10" } };
  expect(asked(notTimeBarred, "DE", "2026-03-10", { facts, action: { forumState: "CA" } })).toEqual(
    asked(notTimeBarred, "DE", "2026-03-10", { facts }),
  );
});

test("X-05: words that a person must read first are told by their kind", () => {
  const text = "我们不会联系您的家人。";
  expect(asked(textIsReviewed, "US", "2026-03-10", { action: { text } })).toEqual({
    ...asks("action.textReviewed"),
    values: { marks: "law.mark.negated" },
    message: "text_review",
  });
});

test("US-ESC-02: a notice's own end is not before thirty days after five business days", () => {
  const stated = (statedEnd: string) =>
    asked(statedEndLateEnough, "US", "2026-03-02", { action: { statedEnd } });
  expect(stated("2026-04-07")).toEqual({ values: { date: "2026-04-08" }, next: null });
  expect(stated("2026-04-08")).toBeNull();
});

test("US-CAL-03: of the states where the debtor may be sued the longest time to answer counts", () => {
  const facts: Facts = { proceeding: { claimServedOn: "2026-03-02" } };
  const answer = (...states: string[]) => asked(answerPeriodOver, "US", "2026-03-03", { facts, states });
  for (const states of [
    ["CA", "FL"],
    ["FL", "CA"],
  ])
    expect(answer(...states)).toEqual(answer("CA"));
  expect(answer("FL")).not.toEqual(answer("CA"));
});

test("US-HOLD-06: service that is recorded to end caps the rate until then", () => {
  const rate = (at: string) =>
    asked(serviceRateCapped, "US", at, {
      facts: { debt: { agreedRate: "10" } },
      action: { interestRate: "9" },
      holds: [{ type: "military", startedAt: "2026-01-10", endsAt: "2026-06-01" }],
    });
  expect(rate("2026-05-31")).toEqual({ values: {}, next: null });
  expect(rate("2026-06-01")).toBeNull();
});
