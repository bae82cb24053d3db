import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { endedSession, goTo, sessionHash } from "#app/http/respond.ts";
import { signOut } from "#app/use-cases/accounts/sign-out.server.ts";

/** An address typed in or bookmarked signs nobody out. */
export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "account.signOut");
  throw redirect("/");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signOut");
  await signOut(ctx, sessionHash(args));
  return goTo(ctx, "/", { cookies: [endedSession(ctx)], flash: { tone: "ok", key: "flash.signed_out" } });
}
