import { expect, test } from "vitest";
import { onboardingOf } from "#app/domain/accounts/onboarding.ts";

const missing = (standing: Parameters<typeof onboardingOf>[0]) =>
  onboardingOf(standing)
    .filter(({ done }) => !done)
    .map(({ item }) => item);

test("a newcomer misses everything, in the order in which it is done", () => {
  expect(missing({ emailVerified: false, licences: [] })).toEqual([
    "email_verified",
    "licence_submitted",
    "proof_attached",
    "licence_verified",
  ]);
});

test("refused, expired, returned and suspended licences complete nothing", () => {
  for (const state of ["refused", "expired", "returned", "suspended"] as const) {
    expect(missing({ emailVerified: true, licences: [{ state, hasProof: true }] })).toHaveLength(3);
  }
});

test("one verified licence with its proof is enough, whatever else lies there", () => {
  const licences = [
    { state: "refused", hasProof: false },
    { state: "verified", hasProof: true },
  ] as const;
  expect(missing({ emailVerified: true, licences: [...licences] })).toEqual([]);
});
