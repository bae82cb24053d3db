import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { type AccountKind, accountKinds } from "./accounts.ts";
import { accountKey, balancesBy, type Leg, reversalKey } from "./legs.ts";
import {
  answerKey,
  type HeldForCreditor,
  payerOf,
  type ReportKind,
  type ReportState,
  reportKinds,
  type Side,
  setOffKey,
} from "./reports.ts";

/** A transfer as far as a case's money is told from it. */
export type Moved = Leg & { cause: string; leg: number; at: Date; effectiveOn: string; recordedAt: Date };

export type Report = {
  id: string;
  kind: ReportKind;
  amount: bigint;
  on: string;
  /** `reversed`: an admin found that it never came. */
  state: ReportState | "reversed";
  /** The account that the money came in on, or left. */
  through: AccountKind;
};

const legsOf = (moved: readonly Moved[], cause: string) => moved.filter((each) => each.cause === cause);

/** Every report of a case, the last first, with what became of it. */
export function reportsIn(moved: readonly Moved[]): Report[] {
  const causes = new Map<string, Moved[]>();
  for (const each of moved) causes.set(each.cause, [...(causes.get(each.cause) ?? []), each]);
  const reports = [...causes].flatMap(([cause, legs]): Report[] => {
    const [kind, id] = cause.split(":");
    if (!Object.hasOwn(reportKinds, kind) || !id) return [];
    const named = kind as ReportKind;
    const told = legs.find(({ to }) => to.kind === reportKinds[named].reported);
    const money = legs.find(({ to }) => accountKinds[to.kind].family === "money");
    if (!told || !money) return [];
    const state = (["confirmed", "contested"] as const).find((answer) =>
      causes.has(answerKey(answer, named, id)),
    );
    return [
      {
        ...{ id, kind: named, amount: told.amount, on: told.effectiveOn },
        state: causes.has(reversalKey(cause)) ? "reversed" : (state ?? "reported"),
        through: named === "payment" ? money.to.kind : money.from.kind,
      },
    ];
  });
  return reports.sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1));
}

/** What the collector holds for the creditor by a case's transfers. */
export function heldForCreditor(moved: readonly Moved[], caseId: string, currency: string): HeldForCreditor {
  const balances = balancesBy(moved);
  const held = (kind: AccountKind) =>
    Number(balances.get(accountKey({ kind, bookId: caseId }, currency)) ?? 0n);
  return { clientMoney: held("client_money"), atProvider: held("remit_owed") };
}

/** Which side made a report; that of a debtor's payment is in the log. */
export function reporterOf(
  { id, kind }: Pick<Report, "id" | "kind">,
  creditorOrgId: string,
  events: ReadonlyMap<string, Pick<TimelineEvent, "actorOrgId">>,
): Side {
  if (kind !== "payment") return payerOf[kind];
  return events.get(id)?.actorOrgId === creditorOrgId ? "creditor" : "collector";
}

/** The set-off of a payment that stands: its number, and its parts by account. None was made, or the last was reversed: null. */
export function standingSetOff(
  moved: readonly Moved[],
  paymentId: string,
): { legs: Moved[]; attempt: number } | null {
  for (let attempt = 1; ; attempt += 1) {
    const legs = legsOf(moved, setOffKey(paymentId, attempt));
    if (legs.length === 0) return null;
    if (legsOf(moved, reversalKey(setOffKey(paymentId, attempt))).length === 0) return { legs, attempt };
  }
}

/** How often a payment has been set off, reversed or not. */
export function attemptsAt(moved: readonly Moved[], paymentId: string): number {
  let attempts = 0;
  while (legsOf(moved, setOffKey(paymentId, attempts + 1)).length > 0) attempts += 1;
  return attempts;
}

const sameLegs = (a: readonly Leg[], b: readonly Leg[]) => {
  const text = (legs: readonly Leg[]) =>
    legs.map(({ from, to, amount }) => `${from.kind} ${to.kind} ${amount}`).join();
  return text(a) === text(b);
};

/** Whether a payment's set-off must be made anew, since the one that stands has other parts. */
export const mustChange = (standing: readonly Leg[] | null, wanted: readonly Leg[]): boolean =>
  !sameLegs(standing ?? [], wanted);
