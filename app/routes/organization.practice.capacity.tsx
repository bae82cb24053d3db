import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { RefusedPractice } from "#app/ui/account/refused-practice.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { SetCapacity, setCapacity } from "#app/use-cases/accounts/set-capacity.server.ts";

export const meta = titleMeta;

/** The form stands on the page of the practice; here is what was wrong with it, and the way back. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.submit");
  return { title: pageTitle(ctx, "office.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "licence.submit");
  const form = await parseForm(args.request, SetCapacity);
  if (!form.ok) return refuse(422, form.error);
  const done = await setCapacity(ctx, form.value);
  if (done.ok) return goTo(ctx, "/organization/practice", { flash: { tone: "ok", key: "flash.saved" } });
  throw notFound();
}

export default function RefusedRoute() {
  return <RefusedPractice answer={useActionData<typeof action>()} />;
}
