import { type Received, receiveText } from "#app/use-cases/contact/receive-text.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { textBody } from "./text-body.ts";

/** Nothing is answered to the debtor by the provider: an empty answer of its markup language. */
const nothingToSay = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** What the provider of text messages hears of a message that it posts to us. */
export async function receivedText(ctx: Ctx, request: Request, about: Received["about"]): Promise<Response> {
  const raw = await textBody(request);
  const signature = request.headers.get("x-twilio-signature") ?? "";
  const received = await receiveText(ctx, { raw, signature, about });
  if (received.ok)
    return new Response(nothingToSay, { headers: { "content-type": "text/xml; charset=utf-8" } });
  switch (received.error.kind) {
    case "not-signed":
      return Response.json({ error: "The signature does not fit." }, { status: 403 });
    case "not-understood":
      return Response.json({ error: "This is no message of the provider's." }, { status: 400 });
    case "no-provider":
      return Response.json({ error: "No provider of text messages is set up." }, { status: 409 });
  }
}
