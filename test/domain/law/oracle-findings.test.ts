import { expect, test } from "vitest";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { ask, blocking, but, call, cnFacts, cnLawyer, lawyer, spoke, usFacts } from "./cases.ts";

/** What the checks by hand found in random cases, kept as plain ones. */

test("hours the debtor asked for are found out before contact, and kept to where they are known", () => {
  const asked = (preferredHours: object) =>
    ask({ facts: but(usFacts, { debtor: { preferredHours } }), action: call, at: "2026-03-10T16:00:00Z" });
  expect(asked({ from: "unknown", to: "19:00" })).toMatchObject({
    allowed: false,
    earliest: null,
    findings: [{ requires: ["debtor.preferredHours"] }],
  });
  expect(asked({ from: "18:30", to: "19:00" }).earliest).toBe("2026-03-10T22:30:00Z");
  expect(asked({ from: "11:00", to: "13:00" }).allowed).toBe(true);
});

test("days after a conversation are over in every zone the debtor may be in", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-CA" },
    debtor: {
      residence: { state: "CA", city: "Fresno", tz: "America/Los_Angeles" },
      otherZones: ["America/New_York"],
    },
  });
  // 2 March in Los Angeles, 3 March in New York.
  const history = [spoke("2026-03-03T05:00:00Z")];
  expect(ask({ facts, history, action: call, at: "2026-03-09T18:00:00Z" }).earliest).toBe(
    "2026-03-10T15:00:00Z",
  );
});

test("a rule that goes out of force refuses nothing beyond its last day", () => {
  const facts = but(usFacts, { debtor: { residence: { city: "Brooklyn" } } });
  const emails = ["2026-08-30T15:00:00Z", "2026-08-31T15:00:00Z"].map(
    (startedAt): HistoryEvent => ({
      type: "email",
      startedAt,
      direction: "out",
      outcome: "delivered",
    }),
  );
  const refused = ask({ facts, history: emails, action: call, at: "2026-08-31T16:00:00Z" });
  expect(blocking(refused)).toEqual(["US-CONTACT-07"]);
  expect(refused.earliest).toBe("2026-09-01T12:00:00Z");
});

test("what the other side sent is no step of ours", () => {
  const incoming = (type: HistoryEvent["type"], direction: "in" | "out"): HistoryEvent => ({
    type,
    startedAt: "2026-01-05T15:00:00Z",
    direction,
  });
  const asked = (type: "lawyer_letter" | "file_suit" | "mediation", direction: "in" | "out") =>
    blocking(
      ask({
        facts: cnFacts,
        history: [incoming("demand_payment", direction), incoming("lawyer_letter", direction)],
        action: { type, threatensSuit: false },
        actor: cnLawyer({ verifiedAt: "2026-04-01T12:00:00Z" }),
        at: "2026-04-08",
      }),
    );
  expect(asked("mediation", "in")).toContain("POL-LADDER-05");
  expect(asked("mediation", "out")).not.toContain("POL-LADDER-05");
  expect(asked("file_suit", "in")).toContain("POL-LADDER-06");
  expect(asked("file_suit", "out")).not.toContain("POL-LADDER-06");
  expect(asked("lawyer_letter", "in")).toContain("POL-LADDER-04");
  expect(asked("lawyer_letter", "out")).not.toContain("POL-LADDER-04");
});

test("a judgment that came in from the court is a title, and what is missing for enforcement is named", () => {
  const judged: HistoryEvent = { type: "judgment", startedAt: "2026-01-05T15:00:00Z", direction: "in" };
  const asked = (history: HistoryEvent[]) =>
    ask({
      facts: usFacts,
      history,
      action: { type: "apply_enforcement" },
      actor: lawyer(),
      at: "2026-03-10",
    });
  expect(blocking(asked([judged]))).not.toContain("POL-LADDER-09");
  const missing = asked([]).findings.find(({ rule }) => rule === "POL-LADDER-09");
  expect(missing?.message.values).toMatchObject({
    notice: "law.stage.judgment",
    items: "law.stage.judgment",
  });
});
