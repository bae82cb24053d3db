import type { ActionFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { textBody } from "#app/http/text-body.ts";
import { receiveEvent } from "#app/use-cases/payments/receive-event.server.ts";

/** Where the payment provider tells us what happened. It is answered once the message is stored, before anything comes of it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const raw = await textBody(args.request);
  const signature = args.request.headers.get("stripe-signature") ?? "";
  const received = await receiveEvent(ctx, { raw, signature });
  if (received.ok) return Response.json({ received: received.value });
  switch (received.error.kind) {
    case "not-signed":
      return Response.json({ error: "The signature does not fit." }, { status: 400 });
    case "no-provider":
      return Response.json({ error: "No payment provider is set up." }, { status: 409 });
  }
}
