import type { LoaderFunctionArgs } from "@remix-run/node";
import { amendmentFile } from "#app/http/amendment-pages.server.ts";
import { guard } from "#app/http/guard.ts";

/** The very bytes of an amendment that both sides sign. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  return amendmentFile(ctx, args.params, { certificate: false });
}
