import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { ownPath } from "#app/http/own-path.ts";
import { parseForm } from "#app/http/parse-form.ts";
import {
  MarkNotificationsRead,
  markNotificationsRead,
} from "#app/use-cases/notices/mark-notifications-read.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "account.own");
  throw redirect("/inbox");
}

/** Opens what a notice is about, and marks it as read on the way. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, MarkNotificationsRead, {
    notificationId: args.params.notificationId,
  });
  if (!form.ok) throw notFound();
  const done = await markNotificationsRead(ctx, form.value);
  if (!done.ok) throw notFound();
  return redirect(ownPath(done.value.href) ?? "/inbox");
}
