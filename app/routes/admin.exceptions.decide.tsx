import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DecideAct } from "#app/domain/payments/exceptions.ts";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { DecidePage } from "#app/ui/exceptions/act-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { decideAct } from "#app/use-cases/exceptions/decide-act.server.ts";
import { readDesk } from "#app/use-cases/exceptions/read-desk.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "exception.decide");
  const asked = new URL(args.request.url).searchParams.get("proposal");
  const desk = await readDesk(ctx);
  const proposal = desk?.proposed.find(({ id, isOwn }) => id === asked && !isOwn) ?? null;
  return { title: pageTitle(ctx, "desk.decide_title"), proposal };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "exception.decide");
  const form = await parseForm(args.request, DecideAct);
  if (!form.ok) return refuse(422, form.error);
  const done = await decideAct(ctx, form.value);
  if (done.ok)
    return goTo(ctx, "/admin/exceptions", { flash: { tone: "ok", key: `desk.flash.${form.value.verdict}` } });
  const at = (key: string) => refuse(409, refusedAt("form", key, form.values));
  switch (done.error.kind) {
    case "not-there":
    case "decided":
      return at("desk.gone");
    case "own-proposal":
      return at("desk.own_proposal");
    case "moved-on":
      return at("desk.moved_on");
    case "not-possible":
      return at("desk.not_possible");
  }
}

export default function DecideRoute() {
  return (
    <DecidePage proposal={useLoaderData<typeof loader>().proposal} answer={useActionData<typeof action>()} />
  );
}
