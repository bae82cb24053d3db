import { may, type Relation } from "#app/domain/accounts/access.ts";
import { type Advance, advancesDue, advancesWhen } from "#app/domain/advances/advances.ts";
import { allocationOrder } from "#app/domain/law/money/allocation-order.ts";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import { mayBeAskedOn } from "#app/domain/payments/asking.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { type AdvanceRow, advanceRowsOf } from "#db/queries/advances.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { balanceOf } from "#db/queries/ledger.ts";

const advanceFrom = ({ withdrawnAt, ...row }: AdvanceRow): AdvanceRow & Advance => ({
  ...{ ...row, withdrawnAt, withdrawn: withdrawnAt !== null },
});

/** How a case's advances stand by what was paid in, spent and given back. The caller holds the case where it acts on it. */
export async function advancesOf(reader: Reader, { caseId, answers }: CaseRow) {
  const rows = (await advanceRowsOf(reader, caseId)).map(advanceFrom);
  if (rows.length === 0) return { advances: [], free: 0n, inBank: 0n };
  const held = heldOn(reader, { caseId, answers });
  const paid = (await held("advance_settled")) + (await held("advance_over"));
  const returned = await returnedOn(held);
  const found = advancesWhen(rows, { paid, returned });
  // What is only reported as paid in is not there to be spent.
  const inBank = (await held("cost_advance")) - (await held("advance_reported"));
  return { ...found, inBank: inBank > 0n ? inBank : 0n };
}

type Held = (kind: AccountKind) => Promise<bigint>;

const heldOn =
  (reader: Reader, { caseId, answers }: Pick<CaseRow, "caseId" | "answers">): Held =>
  (kind) =>
    balanceOf(reader, { kind, bookId: caseId }, answers.claim.currency);

const returnedOn = async (held: Held) => (await held("return_reported")) + (await held("return_confirmed"));

/** What the creditor has to have paid in for them in all. */
export async function advancesDueOn(reader: Reader, kase: CaseRow): Promise<bigint> {
  const rows = (await advanceRowsOf(reader, kase.caseId)).map(advanceFrom);
  return rows.length === 0 ? 0n : advancesDue(rows, await returnedOn(heldOn(reader, kase)));
}

/** What courts were paid for a case, with the days. Where no order of set-off is on file for the place it is not counted: counsel says whether the debtor owes it. */
export async function courtCostsOf(
  reader: Reader,
  { caseId, jurisdiction }: CaseRow,
): Promise<{ on: string; amount: number }[]> {
  if (!allocationOrder(jurisdiction, {})) return [];
  const rows = await advanceRowsOf(reader, caseId);
  return rows.flatMap(({ kind, spent, spentOn }) =>
    kind === "court_costs" && spent !== null && spentOn ? [{ on: spentOn, amount: Number(spent) }] : [],
  );
}

type Standing = Awaited<ReturnType<typeof advancesOf>>;

/** Advances as either side sees them, the last first, with what its reader can do about each. */
export function advancesSeen(
  { actor }: Pick<Ctx, "actor">,
  { status }: CaseRow,
  { found, relation }: { found: Standing; relation: Relation },
) {
  const isOpen = mayBeAskedOn(status);
  const asks = may(actor, "advance.ask", relation);
  const rows = found.advances.map(({ id, kind, act, need, asked, spent, spentOn, state, ...paper }) => ({
    ...{ id, kind, act, state, spentOn, citation: paper.citation, hasPaper: paper.evidenceId !== null },
    ...{ need: Number(need), asked: Number(asked), spent: spent === null ? null : Number(spent) },
    maySpend: asks && state === "funded",
    mayEnd: asks && (state === "asked" || state === "funded"),
  }));
  return { rows: rows.reverse(), free: Number(found.free), mayAsk: asks && isOpen };
}
