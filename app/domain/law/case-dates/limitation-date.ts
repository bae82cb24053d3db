import type { CaseDate } from "#app/domain/law/case-dates/row.ts";
import { compileCondition } from "#app/domain/law/conditions.ts";
import { lastDayToSue } from "#app/domain/law/named/not-time-barred.ts";
import type { PackId } from "#app/domain/law/pack.ts";
import { titled } from "#app/domain/law/packs/acts.ts";
import type { Scene } from "#app/domain/law/scene.ts";

/** Days before the last day, counted back from the day before any roll (cn.md CN-LIM-01, gb.md GB-LIM-06). */
const LIMITATION_ALARMS = [180, 90, 30, 7];

const rules: Record<PackId, string> = {
  US: "US-LIM-01",
  CN: "CN-LIM-01",
  "GB-EW": "GB-LIM-01",
  DE: "DE-LIM-01",
};

const isSued = compileCondition({
  any: [titled, { happened: { types: ["file_suit", "arbitration", "default_judgment"] } }],
});

/** The last day to sue, as long as nobody has. A day that the law rolls to the court's next is named beside it and not relied on. */
export function limitationDate(scene: Scene): CaseDate[] {
  if (isSued(scene) === true) return [];
  const found = lastDayToSue(scene);
  if (!found) return [];
  const rolls = found.last !== found.raw;
  return [
    {
      subject: "limitation",
      kind: rolls ? "limitation_rolled" : "limitation",
      what: "date.limitation.what",
      on: found.raw,
      zone: scene.zone,
      at: null,
      rule: rules[scene.pack.id],
      force: "LAW",
      citation: found.basis ?? rules[scene.pack.id],
      severity: "must",
      values: { lastOn: found.last },
      alarms: LIMITATION_ALARMS,
    },
  ];
}
