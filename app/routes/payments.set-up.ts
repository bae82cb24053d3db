import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { goTo } from "#app/http/respond.ts";
import { openAccount } from "#app/use-cases/payments/open-account.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "payment.account");
  return redirect("/payments");
}

/** Asks for an account to be paid on; the worker has it made. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "payment.setUp");
  const asked = await openAccount(ctx);
  if (asked.ok) return goTo(ctx, "/payments", { flash: { tone: "ok", key: "flash.payments_asked" } });
  switch (asked.error.kind) {
    case "not-allowed":
      throw notFound();
    case "no-provider":
      return goTo(ctx, "/payments", { flash: { tone: "bad", key: "error.no_provider" } });
  }
}
