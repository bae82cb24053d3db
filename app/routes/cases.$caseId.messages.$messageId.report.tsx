import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { ReportMessage, reportMessage } from "#app/use-cases/conversation/report-message.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "message.read");
  const { caseId = "" } = args.params;
  throw isId(caseId) ? redirect(`/cases/${caseId}/messages`) : notFound();
}

/** Shows one message to the administrators. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "message.read");
  const form = await parseForm(args.request, ReportMessage, args.params);
  if (!form.ok) throw notFound();
  const { caseId, messageId } = form.value;
  const done = await reportMessage(ctx, form.value);
  const here = `/cases/${caseId}/messages?at=${messageId}#m-${messageId}`;
  if (done.ok) return goTo(ctx, here, { flash: { tone: "ok", key: "messages.reported" } });
  switch (done.error.kind) {
    case "message-not-found":
      throw notFound();
    case "too-many":
      return goTo(ctx, here, { flash: { tone: "bad", key: "error.too_many" } });
  }
}
