import { placeOf } from "./register.ts";

/** Mean radius of the earth in kilometres (IUGG). */
const EARTH = 6_371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies between the seats of government of two places, to the kilometre; null where one is not known. */
export function kilometresBetween(one: string, other: string): number | null {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (!a || !b) return null;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h))));
}
