import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import { isId } from "#app/domain/ids.ts";
import { ageBands, amountBands } from "#app/domain/market/bands.ts";
import { fieldOf } from "#app/domain/market/fields.ts";
import type { MarketFilter } from "#app/domain/market/narrow.ts";
import { longestSearch } from "#app/domain/market/search.ts";
import { placeOf } from "#app/domain/places/register.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";

/** Hours within which a round closes soon, as the list offers them. */
export const closingHours = [24, 72] as const;

const single = ["place", "model", "closing", "currency", "least", "most", "q"] as const;
/** What was asked for, in the address's own words, to be shown again. */
export type TypedFilter = Partial<Record<(typeof single)[number], string>>;

export type AskedFilter = {
  filter: MarketFilter;
  /** Only what the firm's practice profile takes on. */
  mine: boolean;
  /** The saved search that was opened and is being looked at or changed; null for none. */
  saved: string | null;
  typed: TypedFilter;
  errors: Record<string, string[]>;
};

/** More values of one thing than it has are no filter. */
const mostValues = 100;

/** A list's filters out of its address. What is not understood narrows nothing and is said at its field. */
export function filterOf(query: URLSearchParams): AskedFilter {
  const typed: TypedFilter = {};
  for (const name of single) typed[name] = query.get(name)?.trim().slice(0, longestSearch) || undefined;
  const all = (name: string) => [...new Set(query.getAll(name).slice(0, mostValues))];
  const known = <T>(name: string, list: readonly T[]): T[] =>
    list.filter((each) => all(name).includes(String(each)));
  const errors: Record<string, string[]> = {};
  const filter: MarketFilter = {
    place: typed.place && placeOf(typed.place) ? typed.place : undefined,
    fields: all("field").filter((code) => fieldOf(code)),
    kinds: known("kind", debtKinds),
    debtors: known("debtor", debtorKinds),
    amounts: known("amount", amountBands),
    ages: known("age", ageBands),
    model: feeModels.find((model) => model === typed.model),
    closing: closingHours.find((hours) => String(hours) === typed.closing),
    text: typed.q,
    ...amountsOf(typed, errors),
  };
  const saved = query.get("saved");
  return { filter, mine: query.get("mine") === "1", saved: isId(saved ?? "") ? saved : null, typed, errors };
}

function amountsOf(
  typed: TypedFilter,
  errors: Record<string, string[]>,
): Pick<MarketFilter, "currency" | "least" | "most"> {
  const currency = typed.currency && isClaimCurrency(typed.currency) ? typed.currency : undefined;
  const amount = (name: "least" | "most") => {
    const text = typed[name];
    if (!text) return undefined;
    if (!currency) {
      errors.currency = ["rounds.filter.need_currency"];
      return undefined;
    }
    const parsed = parseAmount(text, currency);
    if (parsed.ok) return parsed.value;
    errors[name] = [parsed.error];
    return undefined;
  };
  return { currency, least: amount("least"), most: amount("most") };
}

/** The same with the saved search that was opened: what the list's own addresses carry. */
export function openedQueryOf(asked: AskedFilter): string {
  const query = queryOf(asked);
  return asked.saved ? savedQuery({ id: asked.saved, query }) : query;
}

/** The address's query of a saved search's list. */
export const savedQuery = ({ id, query }: { id: string; query: string }): string =>
  `${query}${query && "&"}saved=${id}`;

/** The address's query that asks for the same, in one spelling: what a saved search keeps. */
export function queryOf({ filter, mine, typed }: Omit<AskedFilter, "saved">): string {
  const query = new URLSearchParams();
  const put = (name: string, values: readonly (string | number | undefined)[]) => {
    for (const value of values) if (value !== undefined) query.append(name, String(value));
  };
  put("q", [filter.text]);
  put("place", [filter.place]);
  put("kind", filter.kinds);
  put("field", filter.fields);
  put("amount", filter.amounts);
  put("age", filter.ages);
  put("debtor", filter.debtors);
  put("model", [filter.model]);
  put("closing", [filter.closing]);
  put("currency", [filter.currency]);
  put("least", [filter.least === undefined ? undefined : typed.least]);
  put("most", [filter.most === undefined ? undefined : typed.most]);
  if (mine) query.set("mine", "1");
  return query.toString();
}
