import { addMonths } from "#app/domain/timeline/local-time.ts";

/** A debtor's proposal to pay in parts: equal monthly ones of at most `monthly`, the last with what is left over. Minor units. */
export type Proposal = {
  monthly: number;
  firstOn: string;
  count: number;
  each: number;
  last: number;
  lastOn: string;
};

/** Nobody is held to a plan of more than fifty years. */
const mostParts = 600;

/** What paying `monthly` of what is owed comes to, part by part; null where nothing is owed, or it would never end. */
export function proposalOf({
  owed,
  monthly,
  firstOn,
}: {
  owed: number;
  monthly: number;
  firstOn: string;
}): Proposal | null {
  const count = Math.ceil(owed / monthly);
  if (!(owed > 0 && monthly > 0) || count > mostParts) return null;
  const each = Math.floor(owed / count);
  return {
    ...{ monthly, firstOn, count, each },
    last: owed - each * (count - 1),
    lastOn: addMonths(firstOn, count - 1),
  };
}

const isFigure = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value);

/** The proposal that an entry of the log carries; null for every other entry, and for one from before parts were reckoned. */
export function proposalIn(refs: Record<string, string | number | null> | undefined): Proposal | null {
  if (refs?.door !== "parts") return null;
  const { monthly, firstOn, count, each, last, lastOn } = refs;
  if (![monthly, count, each, last].every(isFigure)) return null;
  return {
    ...{ monthly: Number(monthly), count: Number(count), each: Number(each), last: Number(last) },
    ...{ firstOn: String(firstOn), lastOn: String(lastOn) },
  };
}
