import type { LicenceState } from "./licence-moves.ts";

export type OnboardingItem = {
  item: "email_verified" | "licence_submitted" | "proof_attached" | "licence_verified";
  done: boolean;
};

type Standing = {
  emailVerified: boolean;
  licences: { state: LicenceState; hasProof: boolean }[];
};

/** What a collector needs before the first bid, in the order in which it is done; nothing else is missing. */
export function onboardingOf({ emailVerified, licences }: Standing): OnboardingItem[] {
  const live = licences.filter(({ state }) => state !== "refused" && state !== "expired");
  const filed = live.filter(({ state }) => state !== "returned" && state !== "suspended");
  return [
    { item: "email_verified", done: emailVerified },
    { item: "licence_submitted", done: filed.length > 0 },
    { item: "proof_attached", done: filed.some(({ hasProof }) => hasProof) },
    { item: "licence_verified", done: live.some(({ state }) => state === "verified") },
  ];
}
