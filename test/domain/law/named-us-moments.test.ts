import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import { venueAllowed } from "#app/domain/law/named/us-contact.ts";
import { disputeAnswered, validationPeriodOver } from "#app/domain/law/named/validation.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, said } from "./scenes.ts";

type Asked = {
  facts?: Facts;
  events?: HistoryEvent[];
  holds?: Hold[];
  states?: string[];
  action?: Partial<ActionInput>;
};
const asked = (check: Check, at: string, { action, ...given }: Asked) =>
  said(check, aScene(at, { zones: ["America/New_York"], action: { type: "call", ...action }, ...given }));

test("US-ESC-01, -03: a notice counts from the very moment it is on record, and not before", () => {
  const events: HistoryEvent[] = [{ type: "validation_notice", startedAt: "2026-03-10T16:00:00Z" }];
  expect(asked(validationPeriodOver, "2026-03-10T15:59:59Z", { events })).toEqual(
    asks("notices.validation.sentOn"),
  );
  expect(asked(validationPeriodOver, "2026-03-10T16:00:00Z", { events })).toMatchObject({
    values: { reason: "law.wait.validation" },
  });
});

test("US-ESC-04: another pause beside an answered dispute is its own rule's matter", () => {
  const answered: Hold = { type: "dispute", startedAt: "2026-04-01", endsAt: "2026-04-05" };
  const stay: Hold = { type: "bankruptcy", startedAt: "2026-04-10" };
  expect(asked(disputeAnswered, "2026-04-25", { holds: [answered, stay] })).toBeNull();
});

test("US-ESC-07: where the residence is not told at all, the state is asked for", () => {
  expect(
    asked(venueAllowed, "2026-03-02", {
      facts: { debtor: {}, debt: { signedInState: "TX" } },
      action: { forumState: "CA" },
      states: [],
    }),
  ).toMatchObject({ requires: ["debtor.residence.state"] });
});
