import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { SettleTask, settleTask } from "#app/use-cases/conversation/settle-task.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "message.post");
  const { caseId = "" } = args.params;
  throw isId(caseId) ? redirect(`/cases/${caseId}/messages`) : notFound();
}

/** Settles what a message asks for. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "message.post");
  const form = await parseForm(args.request, SettleTask, args.params);
  if (!form.ok) throw notFound();
  const { caseId, messageId } = form.value;
  const done = await settleTask(ctx, form.value);
  const here = `/cases/${caseId}/messages?at=${messageId}#m-${messageId}`;
  if (done.ok) return goTo(ctx, here, { flash: { tone: "ok", key: "messages.settled" } });
  switch (done.error.kind) {
    case "message-not-found":
      throw notFound();
    case "not-open":
      return goTo(ctx, here, { flash: { tone: "info", key: "refusal.not-open" } });
  }
}
