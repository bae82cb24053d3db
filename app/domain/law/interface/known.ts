import { z } from "zod";
import { isZone } from "#app/domain/law/calendar/zones.ts";
import { isKnown } from "#app/domain/law/facts.ts";

/** Absent, null and "unknown" say the same: it is not known. */
export const known = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal("unknown"), schema, z.null()]).optional();

/** For what the engine leaves out where it is not known. */
export const given = <T extends z.ZodType>(schema: T) =>
  known(schema).transform((value) => (isKnown(value) ? (value as z.output<T>) : undefined));

export const civilDate = z.iso.date("expected a date of the calendar, YYYY-MM-DD");
const instant = z.iso.datetime({ offset: true });
export const dateOrInstant = z.union([instant, z.iso.date()], {
  error: "expected an instant with its zone, 2026-03-08T17:00:00Z, or a date of the calendar, YYYY-MM-DD",
});
const timeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)$/, "expected a time of day, HH:MM");
const amount = z
  .int("expected an amount in minor units, a whole number")
  .nonnegative("an amount is never negative");
const perCent = z
  .string("expected per cent as decimal text")
  .regex(/^\d{1,6}(\.\d{1,6})?$/, "expected per cent as decimal text, 5.25");
export const zoneName = z.string().refine(isZone, "no such time zone");

export const text = known(z.string());
export const flag = known(z.boolean());
export const count = known(z.int().nonnegative());
export const minor = known(amount);
export const minors = known(z.array(amount));
export const date = known(civilDate);
export const dates = known(z.array(civilDate));
export const moment = known(dateOrInstant);
export const decimal = known(perCent);
export const zone = known(zoneName);
export const hours = known(
  z.strictObject({ from: known(timeOfDay), to: known(timeOfDay), evidenceId: text }),
);

type Bounds = Record<string, unknown>;

/** An interval that ends before it starts is refused at its end; dates compare as text, instants by their moment. */
export function inOrder<T extends z.ZodType<Bounds>>(schema: T, from: string, to: string) {
  return schema.refine((value) => !isBefore(value[to], value[from]), {
    path: [to],
    message: `is before ${from}`,
  });
}

function isBefore(end: unknown, start: unknown): boolean {
  if (typeof end !== "string" || typeof start !== "string") return false;
  const areDates = end.length === 10 && start.length === 10;
  return areDates ? end < start : Date.parse(end) < Date.parse(start);
}
