import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { goTo } from "#app/http/respond.ts";
import { endCalendarAddress } from "#app/use-cases/accounts/end-calendar-address.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "account.own");
  throw redirect("/account/calendar");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const done = await endCalendarAddress(ctx);
  if (!done.ok) throw notFound();
  return goTo(ctx, "/account/calendar", { flash: { tone: "ok", key: "calendar.revoked" } });
}
