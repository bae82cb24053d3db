import { causeOf } from "./movements.ts";

/** A movement as the provider lists it, or as the books have it: what the balance gained by it. */
type Moved = {
  id: string;
  currency: string;
  net: bigint;
  at: Date;
  /** Its event may be on its way, or one side was read before it: it is not judged yet. */
  isFresh?: boolean;
};
/** `isOurs`: it belongs to something this product asked for. */
export type AtProvider = Moved & { isOurs: boolean };

/** One thing that does not agree, or that explains why two sums differ. Amounts are decimal text of minor units. */
export type Finding = {
  kind: /** The provider has it, and it belongs to a payment or payout of ours that is not booked yet. */
    | "not-booked"
    /** The provider has it for something outside this product: the payee's own business. It explains, and is no fault. */
    | "outside"
    /** Both have it, with another amount. */
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
  /** What is left when that and what is too fresh to be judged are taken off; nought where the two agree. */
  unexplained: string;
};

/** Where both sides stood at a moment up to which every movement was accounted for, by currency. */
export type Closing = ReadonlyMap<string, { provider: bigint; books: bigint }>;

/** A closing as it is kept: instants in ISO 8601, amounts as decimal text. */
export type KeptClosing = {
  through: string;
  /** When the account was last compared from its first movement on. */
  wholeAt: string;
  sums: { currency: string; provider: string; books: string }[];
};

export type Question = {
  /** The balance as the provider states it, by currency. */
  balance: ReadonlyMap<string, bigint>;
  /** What the movements below come on top of; empty where they are all there ever were. */
  opening?: Closing;
  provider: readonly AtProvider[];
  /** What moved the account in the books; a movement of the provider bears its cause's key. */
  books: readonly Moved[];
};

const isMovement = (cause: string) => cause.startsWith("stripe:");
const text = (amount: bigint) => String(amount);
const nothing = { provider: 0n, books: 0n };

/**
 * Compares a provider's account with the books, movement by movement: every cent of a difference has a finding that names where it
 * comes from.
 */
export function reconcile(question: Question): { sums: ReconciledSum[]; findings: Finding[] } {
  const findings = [...atProvider(question), ...inBooks(question), ...ownSums(question)];
  return { sums: currenciesOf(question).map((currency) => sumIn(question, findings, currency)), findings };
}

const currenciesOf = ({ balance, opening = new Map(), provider, books }: Question): string[] =>
  [
    ...new Set([
      ...balance.keys(),
      ...opening.keys(),
      ...[...provider, ...books].map((each) => each.currency),
    ]),
  ].sort();

function sumIn(question: Question, findings: readonly Finding[], currency: string): ReconciledSum {
  const { balance, opening, provider, books } = question;
  const before = opening?.get(currency) ?? nothing;
  const stated = balance.get(currency) ?? 0n;
  const own = before.books + sumOf(books, currency);
  const listed = before.provider + sumOf(provider, currency);
  // Which moment of the last minutes the stated balance is of is not known: where it is one of them, the list is what counts.
  const isOfAMoment = momentsOf(question, currency).includes(stated);
  const named = (chosen: (finding: Finding) => boolean) =>
    findings
      .filter((each) => each.currency === currency && chosen(each))
      .reduce((sum, each) => sum + BigInt(each.provider) - BigInt(each.books), 0n);
  const outside = before.provider - before.books + named(({ kind }) => kind === "outside");
  const unjudged = named(({ kind, isFresh }) => kind !== "outside" && isFresh === true);
  return {
    ...{ currency, provider: text(stated), books: text(own), outside: text(outside) },
    unexplained: text((isOfAMoment ? listed : stated) - own - outside - unjudged),
  };
}

const sumOf = (all: readonly Moved[], of: string): bigint =>
  all.reduce((sum, { currency, net }) => (currency === of ? sum + net : sum), 0n);

/**
 * What the balance was at each moment since the fresh movements began: without them, and after each of them. The provider dates in whole
 * seconds and lists the newest first, so of one second the last listed came first.
 */
function momentsOf({ opening, provider }: Question, currency: string): bigint[] {
  const own = provider.filter((each) => each.currency === currency).reverse();
  const [settled, fresh] = [own.filter(({ isFresh }) => !isFresh), own.filter(({ isFresh }) => isFresh)];
  const moments = [(opening?.get(currency) ?? nothing).provider + sumOf(settled, currency)];
  for (const { net } of fresh.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    moments.push(moments[moments.length - 1] + net);
  return moments;
}

function ownSums(question: Question): Finding[] {
  return currenciesOf(question).flatMap((currency): Finding[] => {
    const stated = question.balance.get(currency) ?? 0n;
    const moments = momentsOf(question, currency);
    if (moments.includes(stated)) return [];
    const books = text(moments[moments.length - 1]);
    return [{ kind: "provider-sum", id: currency, currency, provider: text(stated), books }];
  });
}

const fresh = (each: Moved) => (each.isFresh ? { isFresh: true as const } : {});

function atProvider({ provider, books }: Question): Finding[] {
  const known = new Map(books.map((each) => [`${each.id} ${each.currency}`, each.net]));
  return provider.flatMap((each): Finding[] => {
    const { id, currency, net, isOurs } = each;
    const ours = known.get(`${causeOf({ id })} ${currency}`);
    if (ours === net) return [];
    const both = { id, currency, provider: text(net), books: text(ours ?? 0n) };
    if (ours !== undefined) return [{ ...both, kind: "differs" }];
    if (net === 0n) return [];
    return [{ ...both, kind: isOurs ? "not-booked" : "outside", ...fresh(each) }];
  });
}

function inBooks({ provider, books }: Question): Finding[] {
  const listed = new Set(provider.map(({ id, currency }) => `${causeOf({ id })} ${currency}`));
  return books.flatMap((each): Finding[] => {
    const { id, currency, net } = each;
    if (net === 0n || listed.has(`${id} ${currency}`)) return [];
    const both = { currency, provider: "0", books: text(net) };
    if (!isMovement(id)) return [{ ...both, kind: "without-movement", id }];
    return [{ ...both, kind: "not-at-provider", id: id.slice("stripe:".length), ...fresh(each) }];
  });
}

/** Whether somebody must look: anything but business outside the product and what may be on its way. */
export const needsALook = (findings: readonly Finding[]): boolean =>
  findings.some(({ kind, isFresh }) => kind !== "outside" && !isFresh);

export const closingFrom = ({ sums }: KeptClosing): Closing =>
  new Map(
    sums.map(({ currency, provider, books }) => [
      currency,
      { provider: BigInt(provider), books: BigInt(books) },
    ]),
  );

export const sumsOf = (closing: Closing): KeptClosing["sums"] =>
  [...closing].map(([currency, { provider, books }]) => ({
    currency,
    provider: text(provider),
    books: text(books),
  }));

/** What the books must hold in all, by currency: what they held at the opening and what moved the account since. */
export function bookedIn({ opening = new Map(), books }: Pick<Question, "opening" | "books">) {
  const sums = new Map([...opening].map(([currency, each]) => [currency, each.books] as const));
  for (const { currency, net } of books) sums.set(currency, (sums.get(currency) ?? 0n) + net);
  return sums;
}

/** Both sides up to a moment, from a comparison in which nothing needs a look. What came after is judged the next time. */
export function closingAt({ opening, provider, books, balance }: Question, through: Date): Closing {
  const upTo = (all: readonly Moved[]) => all.filter(({ at }) => at <= through);
  const currencies = currenciesOf({ opening, provider, books, balance });
  return new Map(
    currencies.map((currency) => {
      const before = opening?.get(currency) ?? nothing;
      const ofProvider = before.provider + sumOf(upTo(provider), currency);
      return [
        currency,
        { provider: ofProvider, books: before.books + sumOf(upTo(books), currency) },
      ] as const;
    }),
  );
}
