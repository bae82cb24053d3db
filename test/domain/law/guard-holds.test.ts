import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorKind } from "#app/domain/law/actor-input.ts";
import type { Channel, Hold, HoldType, LawActionType } from "#app/domain/law/facts.ts";
import { channelOf, compileHold, endOf, isActive } from "#app/domain/law/guards/hold.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import { aScene, said } from "./scenes.ts";

const ms = (moment: string) => Date.parse(moment);
const hold = (over: Partial<Hold> = {}): Hold => ({
  type: "dispute",
  startedAt: "2026-03-02T10:00:00Z",
  ...over,
});
type HoldGuard = Extract<Guard, { kind: "hold" }>;
type Asked = {
  holds?: Hold[];
  guard?: Partial<HoldGuard>;
  action?: Partial<ActionInput>;
  actor?: ActorKind;
  at?: string;
};

function held({ holds = [hold()], guard, action, actor, at = "2026-03-10T10:00:00Z" }: Asked) {
  const check = compileHold({
    kind: "hold",
    types: ["dispute", "bankruptcy", "breathing_space", "channel_optout"],
    ...guard,
  });
  return said(check, aScene(at, { holds, action: { type: "call", ...action }, actor: { kind: actor } }));
}

test("a hold stops the act while it is active, and says since when and what ends it", () => {
  expect(held({})).toEqual({
    values: { hold: "law.hold.dispute", date: "2026-03-02", unblock: "law.holdEnd.dispute" },
    next: null,
  });
  expect(held({ holds: [] })).toBeNull();
  expect(held({ guard: { types: ["bankruptcy"] } })).toBeNull();
  expect(held({ at: "2026-03-02T09:59:59Z" })).toBeNull();
  expect(held({ at: "2026-03-02T10:00:00Z" })).not.toBeNull();
  expect(held({ holds: [hold({ startedAt: "unknown" })] })).not.toBeNull();
});

test("a hold is over at the instant it ends, and time heals it only where all that stand have an end", () => {
  const ending = hold({ endsAt: "2026-03-20T10:00:00Z" });
  expect(held({ holds: [ending] })).toMatchObject({ next: { ms: ms("2026-03-20T10:00:00Z") } });
  expect(held({ holds: [ending], at: "2026-03-20T10:00:00Z" })).toBeNull();
  expect(held({ holds: [ending], at: "2026-03-20T09:59:59Z" })).not.toBeNull();
  const later = hold({ type: "bankruptcy", endsAt: "2026-04-20T10:00:00Z" });
  for (const holds of [
    [ending, later],
    [later, ending],
  ])
    expect(held({ holds })).toMatchObject({
      values: { hold: `law.hold.${holds[0].type}` },
      next: { ms: ms("2026-04-20T10:00:00Z") },
    });
  for (const holds of [
    [ending, hold()],
    [hold(), ending],
  ])
    expect(held({ holds })).toMatchObject({ next: null });
  expect(isActive(ending, aScene("2026-03-20"))).toBe(true);
  expect(isActive(ending, aScene("2026-03-21"))).toBe(false);
});

test("a dispute ends with its verification, whichever of its ends comes first", () => {
  const both = { endsAt: "2026-03-20", verificationSentOn: "2026-03-15" };
  expect(endOf(hold())).toBeNull();
  expect(endOf(hold({ verificationSentOn: "2026-03-15" }))).toBe(ms("2026-03-15T00:00:00Z"));
  expect(endOf(hold({ endsAt: "2026-03-20" }))).toBe(ms("2026-03-20T00:00:00Z"));
  expect(endOf(hold(both))).toBe(ms("2026-03-15T00:00:00Z"));
  expect(endOf(hold({ ...both, endsAt: "2026-03-10" }))).toBe(ms("2026-03-10T00:00:00Z"));
  expect(endOf(hold({ ...both, type: "complaint" }))).toBe(ms("2026-03-20T00:00:00Z"));
  expect(endOf(hold({ type: "complaint", verificationSentOn: "2026-03-15" }))).toBeNull();
});

test("GB-HOLD-01: a breathing space without a recorded end ends by its own law, at London's midnight", () => {
  const space = hold({ type: "breathing_space", registeredOn: "2026-03-02" });
  expect(endOf(space)).toBe(ms("2026-05-01T23:00:00Z"));
  expect(endOf({ ...space, endsAt: "2026-04-01" })).toBe(ms("2026-04-01T00:00:00Z"));
  expect(endOf({ ...space, type: "dispute" })).toBeNull();
});

test("X-04: no hold stops an answer, a notice the law demands, or a claim in an insolvency", () => {
  const writing = (purpose: string, type: LawActionType = "letter") => held({ action: { type, purpose } });
  for (const purpose of [
    "remedy_notice",
    "termination_notice",
    "mandatory_notice",
    "reply_to_debtor",
    "verification",
  ])
    expect(writing(purpose), purpose).toBeNull();
  expect(writing("payment_reminder")).not.toBeNull();
  expect(writing("reply_to_debtor", "file_suit")).not.toBeNull();
  for (const type of ["notice_of_intention", "validation_notice", "send_template", "call"] as const)
    expect(writing("mandatory_notice", type), type).toBeNull();
  const claim = (over: Partial<ActionInput>) =>
    held({
      action: { type: "letter", purpose: "insolvency_claim", recipientRole: "administrator", ...over },
    });
  expect(claim({})).toBeNull();
  expect(claim({ type: "email" })).toBeNull();
  expect(claim({ type: "sms" })).not.toBeNull();
  expect(claim({ recipientRole: "debtor" })).not.toBeNull();
  expect(claim({ recipientRole: undefined })).not.toBeNull();
  expect(claim({ purpose: "payment_reminder" })).not.toBeNull();
});

test("X-04: a lawyer may file so that limitation does not run out, and says why; an insolvency is stronger", () => {
  const filed = (over: Partial<ActionInput> = {}, actor: ActorKind = "lawyer", type: HoldType = "dispute") =>
    held({
      holds: [hold({ type })],
      action: { type: "file_suit", protectiveReason: "limitation runs out", ...over },
      actor,
    });
  expect(filed()).toBeNull();
  expect(filed({}, "law_firm")).toBeNull();
  expect(filed({}, "agency")).not.toBeNull();
  expect(filed({ type: "call" })).not.toBeNull();
  for (const protectiveReason of [undefined, "unknown", "", "  "])
    expect(filed({ protectiveReason }), String(protectiveReason)).not.toBeNull();
  expect(filed({}, "lawyer", "bankruptcy")).not.toBeNull();
  expect(filed({}, "lawyer", "breathing_space")).not.toBeNull();
});

test("a row may leave writings to an adviser open, and nothing but writings to nobody else", () => {
  const to = (recipientRole: string | undefined, type: LawActionType = "letter") =>
    held({ guard: { recipients: ["adviser"] }, action: { type, recipientRole } });
  expect(to("adviser")).toBeNull();
  expect(to("debtor")).not.toBeNull();
  expect(to(undefined)).not.toBeNull();
  expect(to("adviser", "file_suit")).not.toBeNull();
  expect(held({ action: { type: "letter", recipientRole: "adviser" } })).not.toBeNull();
});

test("who opted out of a channel is not reached by it; without a named one, by none that is electronic but the telephone", () => {
  const out = (channel: Channel | undefined, by: Channel) =>
    held({
      holds: [hold({ type: "channel_optout", channel })],
      guard: { channelOnly: true },
      action: { type: "reminder", channel: by },
    });
  expect(out("sms", "sms")).not.toBeNull();
  expect(out("sms", "email")).toBeNull();
  expect(out("voice", "voice")).not.toBeNull();
  for (const by of ["sms", "email", "im"] as const) expect(out(undefined, by), by).not.toBeNull();
  for (const by of ["voice", "post", "in_person"] as const) expect(out(undefined, by), by).toBeNull();
});

test("an act goes out by the channel it names, else by its own, else by post", () => {
  const channels: [LawActionType, string][] = [
    ["call", "voice"],
    ["sms", "sms"],
    ["email", "email"],
    ["visit", "in_person"],
    ["enter_premises", "in_person"],
    ["reminder", "email"],
    ["letter", "post"],
    ["file_suit", "post"],
  ];
  for (const [type, channel] of channels) expect(channelOf({ action: { type } }), type).toBe(channel);
  expect(channelOf({ action: { type: "call", channel: "im" } })).toBe("im");
});
