import type { Kind } from "./books.ts";
import { invalid } from "./refusal.ts";
import { platformAccount, type Turn } from "./turn.ts";

/** Which kind an id names, by its letters. */
const kinds: [string, Kind][] = [
  ["acct_", "account"],
  ["ch_", "charge"],
  ["cs_", "checkout.session"],
  ["cus_", "customer"],
  ["dp_", "dispute"],
  ["fee_", "application_fee"],
  ["fr_", "fee_refund"],
  ["mandate_", "mandate"],
  ["pi_", "payment_intent"],
  ["pm_", "payment_method"],
  ["po_", "payout"],
  ["py_", "charge"],
  ["re_", "refund"],
  ["seti_", "setup_intent"],
  ["tr_", "transfer"],
  ["trr_", "transfer_reversal"],
  ["txn_", "balance_transaction"],
];

/** The answer with the objects in place of the ids that were asked to be expanded, each path by its own steps. */
export function expanded(turn: Turn, answer: object, paths: readonly string[]): object {
  const copy = structuredClone(answer);
  for (const path of paths) walk(turn, copy as Record<string, unknown>, path.split("."), path);
  return copy;
}

function walk(turn: Turn, at: Record<string, unknown>, [step, ...rest]: string[], path: string): void {
  if (!(step in at)) throw invalid(`This property cannot be expanded (${path}).`, { param: "expand[]" });
  const value = at[step];
  if (value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) walk(turn, each, rest, path);
    return;
  }
  if (typeof value === "string") {
    const kind = kinds.find(([letters]) => value.startsWith(letters))?.[1];
    if (!kind) throw invalid(`This property cannot be expanded (${path}).`, { param: "expand[]" });
    at[step] = turn.find(kind, value) ?? turn.at(platformAccount).need(kind, value);
  }
  if (rest.length > 0) walk(turn, at[step] as Record<string, unknown>, rest, path);
}
