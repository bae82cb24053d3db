import type { HistoryEvent, Hold, HoldType } from "#app/domain/law/facts.ts";
import { but, called, credential, usFacts } from "./cases.ts";

export const noon = "2026-03-10T16:00:00Z";
export const day = "2026-03-10";
export const held = (type: HoldType, over: Partial<Hold> = {}) =>
  but(usFacts, { holds: [{ type, startedAt: "2026-01-05T15:00:00Z", ...over }] });
export const inState = (state: string, tz = "America/New_York", city = "Springfield") =>
  but(usFacts, { case: { jurisdiction: `US-${state}` }, debtor: { residence: { state, tz, city } } });
export const company = but(usFacts, { debt: { purpose: "commercial" }, debtor: { kind: "company" } });
export const demanded: HistoryEvent[] = [{ type: "demand_payment", startedAt: "2026-01-05" }];
export const sued: HistoryEvent[] = [...demanded, { type: "file_suit", startedAt: "2026-02-01" }];
export const letter = { type: "lawyer_letter", attorneyReview: true, threatensSuit: false } as const;
export const suit = { type: "file_suit", forumState: "NY" } as const;
export const barred = but(usFacts, { limitation: { lastDay: "2026-01-01" } });
export const agency = (over = {}) => ({
  kind: "agency" as const,
  credentials: [credential({ type: "licence", ...over })],
});
export const email = { type: "email", direction: "out", debtId: "D1", emailBasis: "consumer_used" } as const;
export const sms = {
  type: "sms",
  direction: "out",
  debtId: "D1",
  number: "N1",
  numberCheckedAt: "2026-03-01T00:00:00Z",
} as const;
export const calls = (...instants: string[]) => instants.map((instant) => called(instant));
