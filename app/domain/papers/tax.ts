import { err, ok, type Result } from "#app/domain/result.ts";
import type { Particulars } from "./particulars.ts";
import { type TaxCountry, type TaxRow, taxRows } from "./tax.data.ts";

/** One rate and what it is charged on, in minor units. */
export type TaxLine = {
  /** The row on file, or `own` where the issuer states the rate itself. */
  rule: string;
  citation: string | null;
  rateBps: number;
  net: bigint;
  tax: bigint;
};
/** What a paper says where it charges no tax, or beside it: a key of `paper.tax.*`. */
export type TaxNote = {
  key: "small" | "abroad" | "reverse_charge" | "none" | "no_fapiao";
  rule: string;
  citation: string | null;
};

export type Taxed = { net: bigint; lines: TaxLine[]; notes: TaxNote[] };
export type TaxUnknown = {
  kind: "tax-unknown";
  reason: "no_row" | "abroad" | "private_abroad" | "issuer_private";
};

type Question = {
  issuer: Particulars;
  recipient: Particulars;
  /** The civil day of the supply. */
  on: string;
  /** What is asked for in all, in minor units. */
  gross: bigint;
};

/**
 * The tax in a sum that was agreed. A mandate's paper names sums and no tax beside them, so the tax is within: what is asked for is never
 * more than what is owed. What is not on file is refused, never taken for nought.
 */
export function taxOf({ issuer, recipient, on, gross }: Question): Result<Taxed, TaxUnknown> {
  const unknown = (reason: TaxUnknown["reason"]) => err({ kind: "tax-unknown" as const, reason });
  if (issuer.taxStatus === "private") return unknown("issuer_private");
  const untaxed = (...notes: TaxNote[]) => ok({ net: gross, lines: [], notes });
  const abroad = issuer.country !== recipient.country;

  if (issuer.taxStatus === "small") {
    const row = rowOf(issuer.country, "small", on);
    return row ? untaxed(noteOf("small", row)) : unknown("no_row");
  }
  if (abroad) {
    if (recipient.taxStatus === "private") return unknown("private_abroad");
    const home = abroadNote(issuer, on);
    if (!home) return unknown("abroad");
    const theirs = rowOf(recipient.country, "reverse_charge", on);
    return untaxed(home, ...(theirs ? [noteOf("reverse_charge", theirs)] : []));
  }
  if (issuer.taxStatus === "none") return untaxed({ key: "none", rule: "own", citation: null });
  const rate = rateOf(issuer, on);
  if (!rate) return unknown("no_row");
  const net = netIn(gross, rate.rateBps);
  const notes: TaxNote[] = issuer.country === "CN" ? [{ key: "no_fapiao", rule: "own", citation: null }] : [];
  return ok({ net, lines: [{ ...rate, net, tax: gross - net }], notes });
}

const rowOf = (country: TaxCountry, rule: TaxRow["rule"], on: string) =>
  taxRows.find((row) => row.country === country && row.rule === rule && row.from <= on) ?? null;

const noteOf = (key: TaxNote["key"], { id, citation }: TaxRow): TaxNote => ({ key, rule: id, citation });

function rateOf({ country, taxStatus, ownRateBps }: Particulars, on: string) {
  if (taxStatus === "own_rate")
    return ownRateBps ? { rule: "own", citation: null, rateBps: ownRateBps } : null;
  const row = rowOf(country, "standard", on);
  return row?.rateBps ? { rule: row.id, citation: row.citation, rateBps: row.rateBps } : null;
}

/** Why the issuer's own country does not tax what goes abroad; null where nothing on file says so. */
function abroadNote({ country, taxStatus }: Particulars, on: string): TaxNote | null {
  if (taxStatus === "none") return { key: "none", rule: "own", citation: null };
  if (taxStatus !== "standard") return null;
  const row = rowOf(country, "place_of_supply", on);
  return row ? noteOf("abroad", row) : null;
}

/** The part of a sum that is not the tax in it, to the nearest minor unit, a half up. */
export function netIn(gross: bigint, rateBps: number): bigint {
  const whole = 10_000n + BigInt(rateBps);
  return (gross * 10_000n * 2n + whole) / (whole * 2n);
}
