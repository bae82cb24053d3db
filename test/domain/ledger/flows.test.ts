import { expect, test } from "vitest";
import { flowAnswer, flowAnswers, flows, mayBePaid } from "#app/domain/ledger/flows.ts";

const places = ["US-CA", "CN-440300", "DE-BE", "GB-EW"] as const;
const scene = (
  jurisdiction: string,
  more: { collectorIsLawyer?: boolean | null; signedOffBy?: string | null } = {},
) => ({
  jurisdiction,
  collectorIsLawyer: true,
  signedOffBy: null,
  ...more,
});

test("the platform holds no debtor's money anywhere, and a signature alone does not change that", () => {
  for (const place of places) {
    for (const signedOffBy of [null, "Counsel"]) {
      expect(flowAnswer("platform_held", scene(place, { signedOffBy })).verdict, place).toBe("forbidden");
    }
  }
});

test("each bar on holding names the row of the law it rests on", () => {
  const ruleOf = (place: string) => flowAnswer("platform_held", scene(place)).rule;
  expect(places.map(ruleOf)).toEqual(["US-ACTOR-07", "CN-MONEY-13", "DE-CONTACT-08", null]);
});

test("a debtor pays the creditor, or the collector once there is one, and fees and costs are paid for", () => {
  for (const place of places) {
    const verdicts = Object.fromEntries(
      flowAnswers(scene(place)).map(({ flow, verdict }) => [flow, verdict]),
    );
    expect(verdicts).toMatchObject({
      debtor_to_creditor: "permitted",
      debtor_to_collector: "permitted",
      collector_fee: "permitted",
      platform_charge_flat: "permitted",
      costs_before_act: "permitted",
    });
    expect(mayBePaid("creditor", scene(place, { collectorIsLawyer: null })).ok).toBe(true);
    expect(mayBePaid("collector", scene(place, { collectorIsLawyer: null })).ok).toBe(false);
    expect(mayBePaid("collector", scene(place, { collectorIsLawyer: false })).ok).toBe(true);
  }
});

test("the platform takes no share of a lawyer's fee: never in China, in the United States from no lawyer, in England only with counsel", () => {
  const share = (place: string, more: Parameters<typeof scene>[1] = {}) =>
    flowAnswer("platform_charge_share", scene(place, more)).verdict;
  expect([share("CN"), share("CN", { collectorIsLawyer: false, signedOffBy: "Counsel" })]).toEqual([
    "forbidden",
    "forbidden",
  ]);
  expect([
    share("US-NY"),
    share("US-NY", { collectorIsLawyer: null }),
    share("US-NY", { collectorIsLawyer: false }),
  ]).toEqual(["forbidden", "forbidden", "permitted"]);
  expect([share("GB-EW"), share("GB-EW", { signedOffBy: "Counsel" })]).toEqual([
    "needs_signature",
    "permitted",
  ]);
});

test("a place without rules permits no flow at all", () => {
  for (const flow of flows)
    expect(flowAnswer(flow, scene("FR"))).toMatchObject({ verdict: "forbidden", rule: "X-09" });
});
