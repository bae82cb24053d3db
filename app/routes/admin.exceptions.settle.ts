import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { SettleException } from "#app/domain/payments/exceptions.ts";
import { guard } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { settleException } from "#app/use-cases/exceptions/settle-exception.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "exception.read");
  return redirect("/admin/exceptions");
}

/** Takes an exception off the desk. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "exception.propose");
  const form = await parseForm(args.request, SettleException);
  if (!form.ok) return refuse(422, form.error);
  const done = await settleException(ctx, form.value);
  const flash = done.ok
    ? ({ tone: "ok", key: "desk.settled_flash" } as const)
    : ({ tone: "bad", key: "desk.gone" } as const);
  return goTo(ctx, "/admin/exceptions", { flash });
}
