import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { DecideClose } from "#app/domain/papers/month.ts";
import { guard } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import type { MessageKey } from "#app/messages/words.ts";
import { decideClose } from "#app/use-cases/months/decide-close.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "month.read");
  return redirect("/admin/months");
}

/** Closes a proposed month, or sends the proposal away. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "month.decide");
  const form = await parseForm(args.request, DecideClose);
  if (!form.ok) return refuse(422, form.error);
  const done = await decideClose(ctx, form.value);
  const say = (tone: "ok" | "bad", key: MessageKey) => goTo(ctx, "/admin/months", { flash: { tone, key } });
  if (done.ok) return say("ok", `months.flash.${form.value.verdict}`);
  switch (done.error.kind) {
    case "not-there":
      return say("bad", "months.gone");
    case "closed-before":
      return say("bad", "months.closed_before");
    case "own-proposal":
      return say("bad", "months.own_proposal");
  }
}
