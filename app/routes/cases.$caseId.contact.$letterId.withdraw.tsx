import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { MessageAt, withdrawMessage } from "#app/use-cases/contact/withdraw-message.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "contact.write");
  const { caseId = "", letterId = "" } = args.params;
  throw isId(caseId) && isId(letterId) ? redirect(`/cases/${caseId}/contact/${letterId}`) : notFound();
}

/** Takes back a message that has not gone out. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "contact.write");
  const { caseId, letterId: messageId } = args.params;
  const form = await parseForm(args.request, MessageAt, { caseId, messageId });
  if (!form.ok) throw notFound();
  const done = await withdrawMessage(ctx, form.value);
  const here = `/cases/${form.value.caseId}/contact/${form.value.messageId}`;
  if (done.ok) return goTo(ctx, here, { flash: { tone: "ok", key: "contact.withdrawn_flash" } });
  switch (done.error.kind) {
    case "message-not-found":
      throw notFound();
    case "gone-out":
      return goTo(ctx, here, { flash: { tone: "info", key: "refusal.gone-out" } });
  }
}
