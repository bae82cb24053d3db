import { may } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { monthDue } from "#app/use-cases/month-due.server.ts";
import { userNames } from "#db/queries/accounts.ts";
import { openExceptions } from "#db/queries/money-exceptions.ts";
import { monthsKept } from "#db/queries/months.ts";

const mostShown = 60;
const mostCounted = 100;

/** The months of the books: what is closed, what waits for another admin, and what is to be closed next. */
export async function readMonths(ctx: Ctx) {
  if (!may(ctx.actor, "month.read", "none")) return null;
  const [rows, due, exceptions] = await Promise.all([
    monthsKept(ctx.db, mostShown),
    monthDue(ctx.db, ctx),
    openExceptions(ctx.db, mostCounted),
  ]);
  const names = await userNames(
    ctx.db,
    rows.flatMap(({ proposedBy, closedBy }) => [proposedBy, closedBy ?? proposedBy]),
  );
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? "") : null);
  const months = rows.map(({ month, endsOn, proposedBy, closedBy, closedAt, transfers, totals, hash }) => ({
    ...{ month, endsOn, closedAt, transfers, hash, totals: totals ?? [] },
    ...{ proposedBy: nameOf(proposedBy), closedBy: nameOf(closedBy), isOwn: proposedBy === ctx.actor.userId },
  }));
  return {
    closed: months.filter(({ closedAt }) => closedAt),
    proposed: months.find(({ closedAt }) => !closedAt) ?? null,
    due: months.some(({ closedAt }) => !closedAt) ? null : due,
    open: {
      exceptions: exceptions.length,
      discrepancies: exceptions.filter(({ exception }) => exception.kind === "discrepancy").length,
    },
  };
}
