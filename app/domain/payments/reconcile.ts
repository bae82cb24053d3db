import { causeOf } from "./movements.ts";

/** A movement as the provider lists it, or as the books have it: what the balance gained by it. */
type Moved = { id: string; currency: string; net: bigint };
/** `isOurs`: it belongs to something this product asked for. `isFresh`: its event may be on its way. */
export type AtProvider = Moved & { isOurs: boolean; isFresh: boolean };

/** One thing that does not agree, or that explains why two sums differ. Amounts are decimal text of minor units. */
export type Finding = {
  kind: /** The provider has it, and it belongs to a payment or payout of ours that is not booked yet. */
    | "not-booked"
    /** The provider has it for something outside this product: the payee's own business. It explains, and is no fault. */
    | "outside"
    /** Both have it, with other amounts. */
    | "differs"
    /** The books have it, and the provider does not. */
    | "not-at-provider"
    /** The books moved the account by something that is no movement of the provider. */
    | "without-movement"
    /** The provider's own balance is not the sum of the movements it lists. */
    | "provider-sum";
  id: string;
  currency: string;
  provider: string;
  books: string;
  isFresh?: true;
};

export type ReconciledSum = {
  currency: string;
  /** The provider's balance as it states it, and the books'. */
  provider: string;
  books: string;
  /** What the provider has for business outside this product. */
  outside: string;
  /** What is left when that is taken off; nought where the two agree. */
  unexplained: string;
};

type Question = {
  /** The balance as the provider states it, by currency. */
  balance: ReadonlyMap<string, bigint>;
  provider: readonly AtProvider[];
  /** Everything that moved the account in the books; a movement of the provider bears its cause's key. */
  books: readonly Moved[];
};

const isMovement = (cause: string) => cause.startsWith("stripe:");
const text = (amount: bigint) => String(amount);

/**
 * Compares a provider's account with the books, movement by movement: every cent of a difference has a finding that names where it
 * comes from.
 */
export function reconcile(question: Question): { sums: ReconciledSum[]; findings: Finding[] } {
  const { balance, provider, books } = question;
  const findings = [...atProvider(question), ...inBooks(question)];
  const currencies = new Set([...balance.keys(), ...[...provider, ...books].map(({ currency }) => currency)]);
  const sums = [...currencies].sort().map((currency): ReconciledSum => {
    const stated = balance.get(currency) ?? 0n;
    const listed = sumOf(provider, currency);
    const own = sumOf(books, currency);
    if (stated !== listed)
      findings.push({
        kind: "provider-sum",
        id: currency,
        currency,
        provider: text(stated),
        books: text(listed),
      });
    const outside = findings.reduce(
      (sum, each) =>
        each.kind === "outside" && each.currency === currency ? sum + BigInt(each.provider) : sum,
      0n,
    );
    return {
      ...{ currency, provider: text(stated), books: text(own), outside: text(outside) },
      unexplained: text(stated - own - outside),
    };
  });
  return { sums, findings };
}

const sumOf = (all: readonly Moved[], of: string): bigint =>
  all.reduce((sum, { currency, net }) => (currency === of ? sum + net : sum), 0n);

function atProvider({ provider, books }: Question): Finding[] {
  const known = new Map(books.map((each) => [`${each.id} ${each.currency}`, each.net]));
  return provider.flatMap(({ id, currency, net, isOurs, isFresh }): Finding[] => {
    const ours = known.get(`${causeOf({ id })} ${currency}`);
    if (ours === net) return [];
    const both = { id, currency, provider: text(net), books: text(ours ?? 0n) };
    if (ours !== undefined) return [{ ...both, kind: "differs" }];
    if (net === 0n) return [];
    if (!isOurs) return [{ ...both, kind: "outside" }];
    return [{ ...both, kind: "not-booked", ...(isFresh ? { isFresh: true } : {}) }];
  });
}

function inBooks({ provider, books }: Question): Finding[] {
  const listed = new Set(provider.map(({ id, currency }) => `${causeOf({ id })} ${currency}`));
  return books.flatMap(({ id, currency, net }): Finding[] => {
    if (net === 0n || listed.has(`${id} ${currency}`)) return [];
    const kind = isMovement(id) ? "not-at-provider" : "without-movement";
    return [{ kind, id: isMovement(id) ? id.slice(7) : id, currency, provider: "0", books: text(net) }];
  });
}

/** Whether somebody must look: anything but business outside the product and what may be on its way. */
export const needsALook = (findings: readonly Finding[]): boolean =>
  findings.some(({ kind, isFresh }) => kind !== "outside" && !isFresh);
