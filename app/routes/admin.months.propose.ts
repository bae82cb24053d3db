import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ProposeClose } from "#app/domain/papers/month.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import type { MessageKey } from "#app/messages/words.ts";
import { proposeClose } from "#app/use-cases/months/propose-close.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "month.read");
  return redirect("/admin/months");
}

/** Proposes to close a month. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "month.propose");
  const form = await parseForm(args.request, ProposeClose);
  if (!form.ok) return refuse(422, form.error);
  const done = await proposeClose(ctx, form.value);
  const say = (tone: "ok" | "bad", key: MessageKey) => goTo(ctx, "/admin/months", { flash: { tone, key } });
  if (done.ok) return say("ok", "months.proposed_flash");
  switch (done.error.kind) {
    case "not-allowed":
      throw notFound();
    case "not-due":
      return say("bad", "months.not_due");
    case "proposed-before":
      return say("bad", "months.proposed_before");
  }
}
