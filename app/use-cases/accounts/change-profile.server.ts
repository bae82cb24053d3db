import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { PersonName } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { locales } from "#app/messages/locale.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { updateUser } from "#db/queries/accounts.ts";
import { transact } from "#db/transact.ts";

export const ChangeProfile = z.object({ name: PersonName, locale: z.enum(locales, "error.choose") });

/** Changes what a person is called and the language they are written to in. */
export const changeProfile = (
  ctx: Ctx,
  { name, locale }: z.infer<typeof ChangeProfile>,
): Promise<Result<null, { kind: "not-allowed" }>> =>
  transact<null, { kind: "not-allowed" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    if (!person) return err({ kind: "not-allowed" });
    await updateUser(tx, person.userId, { name, locale });
    return ok(null);
  });
