import { memberIn } from "#app/domain/accounts/access.ts";
import { monthAfter, monthOf } from "#app/domain/papers/month.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { moneyByMonth, outstandingOf } from "#db/queries/money-months.ts";

const monthsShown = 12;

/** What came in and what fees came due in each of the last twelve months, and what is outstanding now; one chart a currency. */
export async function readCharts(ctx: Ctx) {
  const member = memberIn(ctx.actor, "paper.read");
  if (!member) return [];
  const months = lastMonths(dateIn("UTC", ctx.now));
  const [sums, outstanding] = await Promise.all([
    moneyByMonth(ctx.db, member.orgId, months[0]),
    outstandingOf(ctx.db, member.orgId),
  ]);
  const currencies = [...new Set([...sums, ...outstanding].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    currency,
    outstanding: String(outstanding.find((each) => each.currency === currency)?.amount ?? 0n),
    months: months.map((month) => {
      const found = sums.find((each) => each.month === month && each.currency === currency);
      return { month, recovered: String(found?.recovered ?? 0n), fees: String(found?.fees ?? 0n) };
    }),
  }));
}

/** The first days of the last twelve months, this one the last. */
function lastMonths(today: string): string[] {
  let first = monthOf(today);
  for (let back = 1; back < monthsShown; back += 1) first = monthOf(addDays(first, -1));
  const months = [first];
  while (months.length < monthsShown) months.push(monthAfter(months[months.length - 1]));
  return months;
}
