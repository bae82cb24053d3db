import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { pathOf, placeOf, placesIn } from "#app/domain/places/register.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { leavesOf } from "./fields.ts";
import { languageAt, type Practice } from "./practice.ts";

/** How near a collector is to a debtor, as the news of a round spreads. */
export const rings = ["city", "province", "neighbours", "remote"] as const;
export type Ring = (typeof rings)[number];

/** Provinces whose seats lie within this many kilometres are neighbours. */
export const neighbourKm = 450;

const aspects = [
  "place",
  "field",
  "kind",
  "amount",
  "age",
  "debtor",
  "fee",
  "language",
  "dispute",
  "lot",
] as const;
export type Aspect = (typeof aspects)[number];

/** `fits`: what the firm said of it holds; `open`: the firm said nothing of it; `misses`: it said otherwise. */
export type Verdict = { aspect: Aspect; verdict: "fits" | "open" | "misses" };

export type Match = {
  fit: boolean;
  /** Aspect by aspect, why the firm sees this round or would not be told of it. */
  verdicts: Verdict[];
  ring: Ring;
  /** Kilometres between the firm's seat and the debtor's place, as the crow flies; null where either is no place of the register. */
  km: number | null;
};

export type Matched = Pick<
  Brief,
  "placeCode" | "field" | "claimKind" | "debtorKind" | "principal" | "currency" | "dueOn" | "disputed"
> & { feeModels: readonly string[]; subject: "case" | "lot" };

/** Whether a round is one that a firm takes on, and why. `on`: the civil date. */
export function match(practice: Practice, round: Matched, { seat, on }: { seat: string; on: string }): Match {
  const ring = ringOf(practice, round.placeCode, seat);
  const verdicts = aspects.map((aspect) => ({ aspect, verdict: verdictOf[aspect](practice, round, on) }));
  const elsewhere = ring === "neighbours" || ring === "remote";
  const fit = verdicts.every(
    ({ aspect, verdict }) => verdict !== "misses" || (aspect === "place" && elsewhere && practice.remote),
  );
  return { fit: fit && !practice.paused, verdicts, ring, km: kilometres(seat, round.placeCode) };
}

const listed = (list: readonly string[], fits: boolean): Verdict["verdict"] =>
  list.length === 0 ? "open" : fits ? "fits" : "misses";
const has = (list: readonly string[], one: string) => listed(list, list.includes(one));

const verdictOf: Record<Aspect, (practice: Practice, round: Matched, on: string) => Verdict["verdict"]> = {
  place: ({ places }, { placeCode }) => (places.some((code) => covers(code, placeCode)) ? "fits" : "misses"),
  field: ({ fields }, { field }) =>
    listed(
      fields,
      fields.some((code) => leavesOf(code).some((leaf) => leaf.code === field)),
    ),
  kind: ({ claimKinds }, { claimKind }) => has(claimKinds, claimKind),
  debtor: ({ debtorKinds }, { debtorKind }) => has(debtorKinds, debtorKind),
  amount({ amounts }, { principal, currency }) {
    const bounds = Object.entries(amounts).find(([each]) => each === currency)?.[1];
    if (!bounds) return "open";
    const within = principal >= (bounds.least ?? 0) && principal <= (bounds.most ?? principal);
    return within ? "fits" : "misses";
  },
  age({ leastDays, mostDays }, { dueOn }, on) {
    const days = dayOf(on) - dayOf(dueOn);
    if (leastDays === null && mostDays === null) return "open";
    return days >= (leastDays ?? days) && days <= (mostDays ?? days) ? "fits" : "misses";
  },
  fee: ({ feeModels }, round) =>
    listed(
      feeModels,
      round.feeModels.some((model) => feeModels.some((each) => each === model)),
    ),
  language({ languages }, { placeCode }) {
    const spoken = languageAt(pathOf(placeCode)[0]?.code ?? "");
    return spoken === null ? "open" : has(languages, spoken);
  },
  dispute: ({ takesDisputed }, { disputed }) =>
    disputed !== "yes" ? "open" : takesDisputed ? "fits" : "misses",
  lot: ({ takesLots }, { subject }) => (subject === "case" ? "open" : takesLots ? "fits" : "misses"),
};

/** A province covers its cities, a country its provinces. */
const covers = (whole: string, code: string) => pathOf(code).some((place) => place.code === whole);

function ringOf({ places }: Practice, code: string, seat: string): Ring {
  if (places.includes(code) || seat === code) return "city";
  if (places.some((each) => covers(each, code))) return "province";
  const near = neighboursOf(code);
  const provinces = [seat, ...places].flatMap((each) => pathOf(each)[1]?.code ?? []);
  return provinces.some((province) => near.includes(province)) ? "neighbours" : "remote";
}

/** The other provinces of the country whose seats lie near that of a place's own province; the nearest three where none does. */
export function neighboursOf(code: string): string[] {
  const [country, own] = pathOf(code);
  if (!country || !own) return [];
  const others = placesIn(country.code)
    .filter(({ code: province, refusal }) => province !== own.code && refusal === null)
    .map(({ code: province }) => ({
      province,
      km: kilometres(own.code, province) ?? Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => a.km - b.km);
  return others.filter(({ km }, at) => km <= neighbourKm || at < 3).map(({ province }) => province);
}

const earthKm = 6_371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The way between two places' seats as the crow flies (haversine), in whole kilometres. */
export function kilometres(from: string, to: string): number | null {
  const [a, b] = [placeOf(from), placeOf(to)];
  if (!a || !b) return null;
  const [north, east] = [radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2];
  const chord =
    Math.sin(north) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(east) ** 2;
  return Math.round(2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord))));
}
