import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { goTo } from "#app/http/respond.ts";
import { renewPage } from "#app/use-cases/payments/renew-page.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "page.public");
  return redirect(pageOf(args));
}

const pageOf = ({ params }: Pick<LoaderFunctionArgs, "params">) =>
  `/pay/${encodeURIComponent(params.token ?? "")}`;

/** Opens a payer's page anew that ran out or failed. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const here = pageOf(args);
  const renewed = await renewPage(ctx, args.params.token ?? "");
  if (renewed.ok) return redirect(here);
  switch (renewed.error.kind) {
    case "not-found":
    case "case-closed":
    case "not-owed":
      return redirect(here);
    case "no-provider":
      return goTo(ctx, here, { flash: { tone: "bad", key: "error.no_provider" } });
  }
}
