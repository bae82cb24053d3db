import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import { laender } from "#app/domain/law/calendar/de.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { cnPack } from "#app/domain/law/packs/cn/pack.ts";
import { dePack } from "#app/domain/law/packs/de/pack.ts";
import { gbPack } from "#app/domain/law/packs/gb/pack.ts";
import { usPack } from "#app/domain/law/packs/us/pack.ts";
import { zonesByState } from "#app/domain/law/packs/us/states.ts";
import { type EventType, lifecycleTypes, recordTypes, type Stage, stages } from "#app/domain/law/types.ts";

const byPlace = new Map<string, Pack>();

/** Hong Kong, Macao and Taiwan have their own law and no pack; `CN-HK` is theirs, `CN-440300` is a mainland city. */
const mainlandPlace = /^\d{6}$/;

function packAt(place: string): Pack | null {
  const [country, rest] = place.split("-", 2);
  if (country === "US" && (rest === undefined || zonesByState[rest])) return usPack(place);
  if (country === "DE" && (rest === undefined || laender.includes(rest))) return dePack(place);
  if (country === "CN" && (rest === undefined || mainlandPlace.test(rest))) return cnPack(place);
  // Scotland and Northern Ireland have law of their own and no pack; the United Kingdom as a whole has no one law.
  if (place === "GB-EW") return gbPack(place);
  return null;
}

/** The rule pack for a place (`US-CA`, `CN-440300`) or a country. Null where there is none: nothing may be done there. */
export function packFor(place: string): Pack | null {
  const known = byPlace.get(place);
  if (known) return known;
  const pack = packAt(place);
  if (pack) byPlace.set(place, pack);
  return pack;
}

/** One pack of each country. */
export const packs: readonly Pack[] = [usPack("US"), cnPack("CN"), gbPack("GB-EW"), dePack("DE")];

/** An unsigned or overdue pack runs in the demo and in tests, and nowhere else. */
export function packMayRun(pack: Pack, { production, on }: { production: boolean; on: CivilDate }): boolean {
  if (!production) return true;
  return (
    pack.signedOffBy !== null && pack.signedOffOn !== null && pack.reviewBy !== null && on < pack.reviewBy
  );
}

/** Notices, reports and applications that move a case to no other rung. */
const sameRung: ReadonlySet<EventType> = new Set([
  "validation_notice",
  "bureau_report",
  "default_judgment",
  "notice_of_intention",
  "statutory_demand",
]);

/** Steps that carry on a procedure: known from their rung upwards, they enter none. */
const followUps: ReadonlySet<EventType> = new Set(["enforcement_order_application"]);

/** From where a rung can be entered. What the creditor did before the case was posted opens the amicable rungs, never a filing. */
const entries: Partial<Record<Stage, readonly Stage[]>> = {
  reminder: ["intake"],
  contact: ["intake", "reminder"],
  formal_demand: ["intake", "reminder", "contact"],
  lawyer_letter: ["intake", "reminder", "contact", "formal_demand"],
  mediation: ["intake", "reminder", "contact", "formal_demand", "lawyer_letter"],
  payment_order: ["formal_demand", "lawyer_letter", "mediation"],
  arbitration: ["formal_demand", "lawyer_letter", "mediation", "payment_order"],
  lawsuit: ["formal_demand", "lawyer_letter", "mediation", "payment_order", "arbitration"],
  judgment: ["payment_order", "arbitration", "lawsuit"],
  enforcement: stages.filter((stage) => stage !== "enforcement" && stage !== "closed"),
};

const closings: ReadonlySet<EventType> = new Set([
  "withdrawn",
  "closed_paid",
  "closed_settled",
  "closed_withdrawn",
  "closed_uncollectable",
]);
const afterClosing: ReadonlySet<EventType> = new Set([...recordTypes, "attempt_blocked"]);

const rank = (stage: Stage) => stages.indexOf(stage);

export type StageMove = { type: EventType; stageBefore: Stage; stageAfter: Stage };

function stepMoves(pack: Pack, open: readonly Stage[]): StageMove[] {
  return pack.rungs.flatMap(({ stage, steps }) =>
    steps.flatMap((type) =>
      open.flatMap((before): StageMove[] => {
        if (sameRung.has(type) || rank(before) >= rank(stage))
          return [{ type, stageBefore: before, stageAfter: before }];
        if (followUps.has(type)) return [];
        const enters = entries[stage]?.includes(before);
        return enters ? [{ type, stageBefore: before, stageAfter: stage }] : [];
      }),
    ),
  );
}

function recordMoves(open: readonly Stage[]): StageMove[] {
  const types: readonly EventType[] = [...recordTypes, ...lifecycleTypes, "attempt_blocked"];
  return types.flatMap((type) => {
    const moves = open.map((before): StageMove => {
      if (closings.has(type)) return { type, stageBefore: before, stageAfter: "closed" };
      const titled = type === "title_recorded" && rank(before) < rank("judgment");
      return { type, stageBefore: before, stageAfter: titled ? "judgment" : before };
    });
    return afterClosing.has(type) ? [...moves, { type, stageBefore: "closed", stageAfter: "closed" }] : moves;
  });
}

const movesByRungs = new WeakMap<Pack["rungs"], readonly StageMove[]>();

/** Every move between stages that the pack knows, each with the event that makes it. What is not listed does not happen. */
export function stageMoves(pack: Pack): readonly StageMove[] {
  const known = movesByRungs.get(pack.rungs);
  if (known) return known;
  const open: Stage[] = ["intake", ...pack.rungs.map(({ stage }) => stage)];
  const moves = [...stepMoves(pack, open), ...recordMoves(open)];
  movesByRungs.set(pack.rungs, moves);
  return moves;
}

/** The stage an event leads to. An event the pack knows no move for leaves the stage, and the database refuses it. */
export const stageAfter = (pack: Pack, type: EventType, before: Stage): Stage =>
  stageMoves(pack).find((move) => move.type === type && move.stageBefore === before)?.stageAfter ?? before;

/** Whether the pack knows a move for this event from this stage. */
export const knowsMove = (pack: Pack, type: EventType, before: Stage) =>
  stageMoves(pack).some((move) => move.type === type && move.stageBefore === before);
