import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { sessionHash } from "#app/http/respond.ts";
import {
  SwitchOrganization,
  switchOrganization,
} from "#app/use-cases/accounts/switch-organization.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "account.own");
  throw redirect("/account");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, SwitchOrganization, { session: sessionHash(args) });
  if (!form.ok) throw notFound();
  const done = await switchOrganization(ctx, form.value);
  if (!done.ok) throw notFound();
  return redirect("/home");
}
