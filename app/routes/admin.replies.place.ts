import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { PlaceReply, placeReply } from "#app/use-cases/contact/place-reply.server.ts";

const desk = "/admin/replies";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "reply.place");
  return redirect(desk);
}

/** Says to which case an answer by text message belongs, or that it belongs to none. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "reply.place");
  const form = await parseForm(args.request, PlaceReply);
  if (!form.ok) return refuse(422, form.error);
  const done = await placeReply(ctx, form.value);
  if (done.ok) {
    const key = form.value.caseId ? "replies.placed_flash" : "replies.dismissed_flash";
    return goTo(ctx, desk, { flash: { tone: "ok", key } });
  }
  switch (done.error.kind) {
    case "reply-settled":
      return goTo(ctx, desk, { flash: { tone: "info", key: "refusal.reply-settled" } });
    case "case-not-found":
      return goTo(ctx, desk, { flash: { tone: "bad", key: "replies.no_case" } });
  }
}
