import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";

/** Any address that is no page: the root's boundary says so, with a true 404. */
export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "page.public");
  throw notFound();
}

export async function action(args: ActionFunctionArgs) {
  await guard(args, "page.public");
  throw notFound();
}

export default function Nowhere() {
  return null;
}
