import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { mayTry, type Operation } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { visitOf } from "./visit.server.ts";

/**
 * Opens every loader and action: who is asking, may such a person try this at all, and what time is it.
 * Signed-out people are sent to sign in and come back; an admin without a second factor is sent to prove it.
 * How the actor stands to the thing asked for is the use-case's to check.
 */
export async function guard(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  operation: Operation,
): Promise<Ctx> {
  const ctx = (await visitOf(args)).ctx;
  if (mayTry(ctx.actor, operation)) return ctx;

  const url = new URL(args.request.url);
  if (ctx.actor.role === "anonymous") {
    throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  }
  if (operation === "account.signUp") throw redirect("/home");
  if (ctx.actor.role === "admin" && !ctx.actor.secondFactor) throw redirect("/account/security");
  throw new Response(null, { status: 403 });
}

/** A thing that is not there, or not this actor's: the same answer, so that existence is not confirmed. */
export const notFound = () => new Response(null, { status: 404 });

/** A file that was there and is so no more, and why, in words that stand alone: no page is around it. */
export const gone = (text: string) =>
  new Response(text, { status: 410, headers: { "content-type": "text/plain; charset=utf-8" } });
