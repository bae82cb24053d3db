import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import { holdTypes, type LawActionType } from "#app/domain/law/facts.ts";
import { compileHold } from "#app/domain/law/guards/hold.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { type Pack, type Row, rowKey } from "#app/domain/law/pack.ts";
import { escalation, outbound } from "#app/domain/law/packs/acts.ts";
import { packs } from "#app/domain/law/packs.ts";
import { sceneOf } from "#app/domain/law/set-scene.ts";

const purposes = [
  "remedy_notice",
  "termination_notice",
  "mandatory_notice",
  "reply_to_debtor",
  "verification",
  "insolvency_claim",
];
const writings: ReadonlySet<LawActionType> = new Set([
  ...outbound,
  "notice_of_intention",
  "validation_notice",
  "send_template",
]);

type HoldRow = Row & { guard: Extract<Row["guard"], { kind: "hold" }> };
const isHoldRow = (row: Row): row is HoldRow => row.guard.kind === "hold";
const holdRows = packs.flatMap((pack) => pack.rows.filter(isHoldRow).map((row) => ({ pack, row })));

const recipients = [...new Set(holdRows.flatMap(({ row }) => row.guard.recipients ?? [])), "debtor"];

function stops(pack: Pack, row: HoldRow, action: ActionInput, type = row.guard.types[0]) {
  const facts = { holds: [{ type, startedAt: "2026-03-20T10:00:00Z" }] };
  const scene = sceneOf({ pack, facts, history: historyOf([]), action, actor: {}, at: "2026-04-08" });
  return compileHold(row.guard)(scene, row) !== null;
}

for (const { pack, row } of holdRows) {
  const steps = row.appliesTo.filter((type) => !writings.has(type));
  if (row.guard.channelOnly || steps.length === 0) continue;
  test(`${pack.id} ${rowKey(row)}: no purpose and no recipient opens a filing or its enforcement`, () => {
    for (const hold of row.guard.types) {
      const open = steps.flatMap((type) =>
        [undefined, ...purposes].flatMap((purpose) =>
          [undefined, ...recipients]
            .filter((recipientRole) => !stops(pack, row, { type, purpose, recipientRole }, hold))
            .map((recipientRole) => `${hold}: ${type} ${purpose} ${recipientRole}`),
        ),
      );
      expect(open).toEqual([]);
    }
  });
}

test("every step towards a court stands under a hold of each country", () => {
  for (const pack of packs) {
    const tried = new Set(holdRows.filter((each) => each.pack === pack).flatMap(({ row }) => row.appliesTo));
    expect(["file_suit", "apply_enforcement"].filter((type) => !tried.has(type as LawActionType))).toEqual(
      [],
    );
  }
  expect(escalation.filter((type) => writings.has(type))).toEqual(["notice_of_intention"]);
  expect(new Set(holdRows.flatMap(({ row }) => row.guard.types)).size).toBeGreaterThan(holdTypes.length / 2);
});

const bankruptcies = holdRows.filter(
  ({ row }) => row.guard.types.includes("bankruptcy") && row.guard.recipients && !row.effect,
);
for (const { pack, row } of bankruptcies) {
  test(`${pack.id} ${rowKey(row)}: a claim in an insolvency goes to its administrator on paper and nowhere else`, () => {
    const claim = { purpose: "insolvency_claim", recipientRole: "court" } as const;
    const stopped = (action: ActionInput) => stops(pack, row, action, "bankruptcy");
    expect(stopped({ ...claim, type: "letter" })).toBe(false);
    expect(stopped({ ...claim, type: "letter", recipientRole: "debtor" })).toBe(true);
    expect(stopped({ ...claim, type: "letter", recipientRole: undefined })).toBe(true);
    expect(stopped({ ...claim, type: "demand_payment" })).toBe(true);
  });

  test(`${pack.id} ${rowKey(row)}: an answer and a letter to the administrator stay open`, () => {
    const stopped = (action: ActionInput) => stops(pack, row, action, "bankruptcy");
    expect(stopped({ type: "letter", purpose: "reply_to_debtor", recipientRole: "debtor" })).toBe(false);
    expect(stopped({ type: "letter", recipientRole: "administrator" })).toBe(false);
    expect(stopped({ type: "letter", recipientRole: "debtor" })).toBe(true);
  });
}
