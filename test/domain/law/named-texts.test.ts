import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import { textIsFit, textIsReviewed, withThreatsOf } from "#app/domain/law/named/text.ts";
import { threatCheck } from "#app/domain/law/named/threat.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, said } from "./scenes.ts";

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

test("X-05: a text is held to the bars of the steps it threatens with", () => {
  const bars: Record<string, string[] | null> = {
    file_suit: ["A", "B"],
    arbitration: ["B", "C"],
    payment_order: [],
    apply_enforcement: null,
  };
  const check = threatCheck((_, type) => bars[type] ?? null);
  const threat = (action: Partial<ActionInput>) => asked(check, "2026-03-10", { action });
  const refused = (step: string, list: string) => ({
    values: { threat: step, bars: list },
    next: null,
    effect: "block",
  });
  expect(threat({})).toBeNull();
  expect(threat({ threatens: "unknown" })).toBeNull();
  expect(threat({ threatens: "suit" })).toEqual(refused("law.action.file_suit", "A, B"));
  expect(threat({ threatens: "file_suit" })).toEqual(refused("law.action.file_suit", "A, B"));
  expect(threat({ threatensSuit: true })).toEqual(refused("law.action.file_suit", "A, B"));
  expect(threat({ threatensSuit: false })).toBeNull();
  expect(threat({ threatens: "payment_order" })).toBeNull();
  expect(threat({ threatens: "arbitration", threatensSuit: true })).toEqual(
    refused("law.action.file_suit", "A, B, C"),
  );
  expect(threat({ threatenedSteps: ["arbitration", "file_suit"], threatensSuit: true })).toEqual(
    refused("law.action.arbitration", "B, C, A"),
  );
  expect(threat({ threatens: "ruin" })).toEqual(refused("ruin", "X-05"));
  const steps = {
    dishonest_listing: "apply_dishonest_listing",
    consumption_restriction: "apply_consumption_restriction",
    enforcement: "apply_enforcement",
    bureau_report: "bureau_report",
  };
  for (const [threatens, step] of Object.entries(steps))
    expect(threat({ threatens }), threatens).toEqual(refused(`law.action.${step}`, "X-05"));
});

test("X-05: what may be meant either way is read by a person first, the severe never goes out", () => {
  const severe = { action: { text: "We will have you arrested." } };
  expect(asked(textIsFit, "2026-03-10", severe)).toMatchObject({
    next: null,
    effect: "block",
    values: { marks: expect.stringMatching(/^law\.mark\./) },
  });
  for (const text of [undefined, "unknown", "", "  ", "Please pay the invoice."]) {
    expect(asked(textIsFit, "2026-03-10", { action: { text } })).toBeNull();
    expect(asked(textIsReviewed, "2026-03-10", { action: { text } })).toBeNull();
    expect(withThreatsOf({ type: "letter", text })).toEqual({ type: "letter", text });
  }
  const sued = withThreatsOf({
    type: "letter",
    text: "If you do not pay we will sue you. We will sue you in court.",
  });
  expect(sued).toMatchObject({ threatenedSteps: ["file_suit"], threatensSuit: true });
});
