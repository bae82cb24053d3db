import { aPdf, type World } from "./world.ts";

/** A policy as its holder files it; `days` until it is over. */
export const aPolicy = (world: World, { sum = "250,000.00", days = 365 } = {}) => ({
  insurer: "Mutual of the Tests",
  policyNumber: "P-1",
  sum,
  currency: "USD" as const,
  validTo: new Date(world.now.getTime() + days * 86_400_000).toISOString().slice(0, 10),
  proof: aPdf("policy.pdf"),
});
