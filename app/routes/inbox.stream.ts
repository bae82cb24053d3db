import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { inboxStream } from "#app/http/inbox-stream.server.ts";
import { sessionHash } from "#app/http/respond.ts";

/** The live inbox (server-sent events). A browser names the notice it saw last when it comes back; a page that was away names it itself. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const { request } = args;
  return inboxStream(ctx, {
    userId: ctx.actor.userId ?? "",
    session: sessionHash(args),
    lastId: request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after"),
    signal: request.signal,
  });
}
