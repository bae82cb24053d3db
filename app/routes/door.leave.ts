import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { visitClosed, visitToken } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { leaveDoor } from "#app/use-cases/debtors/door-visit.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "page.public");
  return redirect("/door");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  await leaveDoor(ctx, visitToken(args.request));
  return redirect("/door", { headers: { "set-cookie": visitClosed(ctx) } });
}
