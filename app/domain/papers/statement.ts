import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { StatementAccount, StatementContent, StatementLine, StatementSum } from "./content.ts";

/** What a statement's accounts are in the books. `recovered` is what debtors paid, which is less than nothing there. */
const kindsOf: Record<StatementAccount, { sign: 1n | -1n; kinds: readonly AccountKind[] }> = {
  recovered: { sign: -1n, kinds: ["debtor"] },
  held: { sign: 1n, kinds: ["client_money", "remit_owed"] },
  fee: { sign: 1n, kinds: ["fee_owed", "fee_reported"] },
  charge: { sign: 1n, kinds: ["charge_owed", "charge_reported"] },
  received: { sign: 1n, kinds: ["creditor_bank", "connected_balance"] },
};

export const accountsIn: Record<StatementContent["kind"], readonly StatementAccount[]> = {
  creditor_statement: ["recovered", "received", "held", "fee", "charge"],
  remittance_advice: ["recovered", "held", "fee"],
};

/** The kinds of account that a statement tells of, in a case's own book and in the creditor's. */
export const kindsIn = (kind: StatementContent["kind"], book: "case" | "party"): AccountKind[] =>
  accountsIn[kind].flatMap((account) =>
    (account === "received") === (book === "party") ? kindsOf[account].kinds : [],
  );

/** An account of the books with what it held before the period and at its end. `code` is null for a party's own. */
export type AsOf = {
  bookId: string;
  code: string | null;
  kind: AccountKind;
  opening: bigint;
  closing: bigint;
};
/** A transfer that counts from a day in the period. */
export type Counted = {
  caseId: string;
  code: string | null;
  cause: string;
  fromBook: string;
  fromKind: AccountKind;
  toBook: string;
  toKind: AccountKind;
  amount: bigint;
  effectiveOn: string;
  at: Date;
};

type Given = {
  kind: StatementContent["kind"];
  creditorId: string;
  period: { from: string; to: string };
  accounts: readonly AsOf[];
  transfers: readonly Counted[];
  causeOf: (cause: string) => string;
};

type Sums = Record<"opening" | "moved" | "closing", bigint>;
type Section = { code: string | null; sums: Map<StatementAccount, Sums>; lines: StatementLine[] };

/**
 * A period's statement, case by case. The creditor's own accounts stand in its book, so what they held is told of all cases together and
 * only what moved of each. Where what there was and what moved do not come to what there is, such a statement is not issued: the most that
 * is missing of an account is answered.
 */
export function statementOf(
  given: Given,
): Result<Pick<StatementContent, "sums" | "cases">, { kind: "adds-not-up"; missing: bigint }> {
  const wanted = accountsIn[given.kind];
  const sections = new Map<string, Section>();
  const all = new Map<StatementAccount, Sums>();
  const sumsIn = (sums: Map<StatementAccount, Sums>, account: StatementAccount) => {
    const found = sums.get(account) ?? { opening: 0n, moved: 0n, closing: 0n };
    sums.set(account, found);
    return found;
  };
  const sectionOf = (code: string | null) => {
    const found: Section = sections.get(code ?? "") ?? { code, sums: new Map(), lines: [] };
    sections.set(code ?? "", found);
    return found;
  };
  for (const { code, kind, opening, closing } of given.accounts) {
    const account = wanted.find((each) => kindsOf[each].kinds.includes(kind));
    if (!account) continue;
    const { sign } = kindsOf[account];
    for (const sums of [all, ...(account === "received" ? [] : [sectionOf(code).sums])]) {
      sumsIn(sums, account).opening += sign * opening;
      sumsIn(sums, account).closing += sign * closing;
    }
  }
  for (const transfer of given.transfers) {
    for (const account of wanted) {
      const amount = movedBy(transfer, account, given);
      if (amount === 0n) continue;
      const section = sectionOf(transfer.code);
      sumsIn(all, account).moved += amount;
      sumsIn(section.sums, account).moved += amount;
      section.lines.push(lineOf(transfer, { account, amount, ...given }));
    }
  }
  const missing = missingIn([...all.values()]);
  if (missing !== 0n) return err({ kind: "adds-not-up", missing });
  return ok({
    sums: told(all, wanted),
    cases: [...sections.values()]
      .filter(
        ({ sums, lines }) => lines.length > 0 || [...sums.values()].some(({ closing }) => closing !== 0n),
      )
      .sort((a, b) => ((a.code ?? "~") < (b.code ?? "~") ? -1 : 1))
      .map(({ code, sums, lines }) => ({
        code,
        lines,
        sums: told(
          sums,
          wanted.filter((each) => each !== "received"),
        ),
      })),
  });
}

const missingIn = (all: readonly Sums[]): bigint =>
  all
    .map(({ opening, moved, closing }) => closing - opening - moved)
    .map((gap) => (gap < 0n ? -gap : gap))
    .reduce((most, gap) => (gap > most ? gap : most), 0n);

/** What a transfer brought one of the statement's accounts, less what it took. */
function movedBy(
  { fromBook, fromKind, toBook, toKind, amount, caseId }: Counted,
  account: StatementAccount,
  { creditorId }: Given,
): bigint {
  const { sign, kinds } = kindsOf[account];
  const book = account === "received" ? creditorId : caseId;
  const is = (kind: AccountKind, of: string) => kinds.includes(kind) && of === book;
  const net = (is(toKind, toBook) ? amount : 0n) - (is(fromKind, fromBook) ? amount : 0n);
  return sign * net;
}

function lineOf(
  { effectiveOn, at, cause }: Counted,
  { account, amount, period, causeOf }: Given & { account: StatementAccount; amount: bigint },
): StatementLine {
  const own = dateIn("UTC", at);
  const happenedOn = own.slice(0, 7) < period.from.slice(0, 7) ? own : null;
  return { on: effectiveOn, happenedOn, account, cause: causeOf(cause), amount: String(amount) };
}

const told = (
  sums: ReadonlyMap<StatementAccount, Sums>,
  accounts: readonly StatementAccount[],
): StatementSum[] =>
  accounts.map((account) => {
    const { opening, moved, closing } = sums.get(account) ?? { opening: 0n, moved: 0n, closing: 0n };
    return { account, opening: String(opening), moved: String(moved), closing: String(closing) };
  });
