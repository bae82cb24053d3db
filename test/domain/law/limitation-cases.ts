import type { Facts } from "#app/domain/law/facts.ts";
import type { Interruption, LimitationFacts, Suspension } from "#app/domain/law/limitation-facts.ts";
import { calculate } from "./calculators.ts";

const sue = ["limitation", "last-day-to-sue"] as const;
export type Told = { raw?: string; last?: string; basis?: string[]; defenceWaived?: boolean };
export const lastDay = (place: string, limitation: LimitationFacts, rest: Facts = {}) =>
  calculate(place, sue, { ...rest, limitation }) as Told;
/** The last day, unrolled, after one act on 2 March 2023 upon a claim that accrued in May 2021. */
export const after = (place: string, act: Omit<Interruption, "on">, rest: Facts = {}, on = "2023-03-02") =>
  lastDay(place, { accruedOn: "2021-05-03", interruptions: [{ ...act, on }] }, rest).raw;

export const paused = (place: string, suspension: Suspension, rest: Facts = {}) =>
  lastDay(place, { accruedOn: "2021-05-03", suspensions: [suspension] }, rest);
