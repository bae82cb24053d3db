import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { sayBy } from "#app/http/door-say.server.ts";
import { guard } from "#app/http/guard.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "page.public");
  return redirect("/door/contact");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayBy(ctx, args.request, "stop_all");
}
