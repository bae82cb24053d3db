import { may } from "#app/domain/accounts/access.ts";
import { lastDayOf, remindNow } from "#app/domain/papers/month.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { monthDue } from "#app/use-cases/month-due.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { insertReminder, remindedAt } from "#db/queries/months.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

/** Reminds the admins of a month that is over and not closed: some days after its end, and then every week. */
export const remindMonths = (ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> =>
  transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "books.keep", "none")) return err({ kind: "not-allowed" });
    const month = await monthDue(tx, ctx);
    const platform = month && (await platformOrganization(tx));
    if (!month || !platform) return ok(0);
    const last = await remindedAt(tx, month);
    const on = (at: Date) => dateIn("UTC", at);
    if (!remindNow(month, last && on(last), on(ctx.now))) return ok(0);
    // Of several workers at one moment the day's first reminds.
    if (!(await insertReminder(tx, month, new Date(`${on(ctx.now)}T00:00:00Z`)))) return ok(0);
    await notify(tx, ctx, {
      ...{ toOrgId: platform.id, kind: "month_to_close", href: "/admin/months" },
      values: { endedOn: lastDayOf(month) },
    });
    return ok(1);
  });
