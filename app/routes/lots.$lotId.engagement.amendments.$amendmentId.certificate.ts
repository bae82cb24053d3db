import type { LoaderFunctionArgs } from "@remix-run/node";
import { amendmentFile } from "#app/http/amendment-pages.server.ts";
import { guard } from "#app/http/guard.ts";

/** Who signed an amendment, when and how they were identified. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  return amendmentFile(ctx, args.params, { certificate: true });
}
