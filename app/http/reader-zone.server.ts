import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { zonesOf } from "#app/domain/places/register.ts";
import { visitOf } from "./visit.server.ts";

/** The IANA zone a person reads times in: that of their organisation's seat, else UTC. */
export async function readerZone(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<string> {
  const { session } = await visitOf(args);
  return zonesOf(session?.orgPlace ?? "")[0] ?? "UTC";
}
