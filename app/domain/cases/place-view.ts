import type { Unsupported } from "./place-support.ts";

/** A place found by name, in the reader's language, with what keeps a case from being posted there, if anything does. */
export type FoundPlace = { code: string; name: string; within: string; unsupported: Unsupported | null };

type Choice = { value: string; label: string };

/** What the place fields show, in the reader's language: lists as far as they are chosen, and search results. */
export type PlaceView = {
  countries: Choice[];
  provinces: Choice[];
  cities: Choice[];
  /** Where the three fields lead so far. */
  chosen: { name: string; zones: string[]; unsupported: Unsupported | null } | null;
  query: string;
  found: FoundPlace[];
};
