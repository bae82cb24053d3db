import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RedactMessage } from "#app/domain/conversation/message.ts";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { RedactPage } from "#app/ui/conversation/redact-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readReported, redactMessage } from "#app/use-cases/conversation/redact-message.server.ts";

export const meta = titleMeta;

const keyOf = ({ caseId = "", messageId = "" }: LoaderFunctionArgs["params"]) => {
  if (!isId(caseId) || !isId(messageId)) throw notFound();
  return { caseId, messageId };
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "message.redact");
  const { caseId, messageId } = keyOf(args.params);
  const message = await readReported(ctx, caseId, messageId);
  if (!message) throw notFound();
  return { title: pageTitle(ctx, "redact.title"), message };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "message.redact");
  const key = keyOf(args.params);
  const form = await parseForm(args.request, RedactMessage, key);
  if (!form.ok) {
    if (!(await readReported(ctx, key.caseId, key.messageId))) throw notFound();
    return refuse(422, form.error);
  }
  const done = await redactMessage(ctx, form.value);
  const here = `/admin/messages/${key.caseId}/${key.messageId}`;
  if (done.ok) return goTo(ctx, here, { flash: { tone: "ok", key: "redact.done" } });
  switch (done.error.kind) {
    case "message-not-found":
      throw notFound();
    case "already-redacted":
      return refuse(409, refusedAt("form", "refusal.already-redacted", form.values));
  }
}

export default function RedactRoute() {
  const { message } = useLoaderData<typeof loader>();
  return <RedactPage message={message} answer={useActionData<typeof action>()} />;
}
