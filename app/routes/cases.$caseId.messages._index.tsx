import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PostMessage } from "#app/domain/conversation/message.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { refusedMessage } from "#app/http/refused-message.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ConversationPage } from "#app/ui/conversation/conversation-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { markConversationRead } from "#app/use-cases/conversation/mark-conversation-read.server.ts";
import { postMessage } from "#app/use-cases/conversation/post-message.server.ts";
import { readConversation } from "#app/use-cases/conversation/read-conversation.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "message.read");
  const { searchParams } = new URL(args.request.url);
  const [before, at, reply, about] = ["before", "at", "reply", "about"].map((name) => searchParams.get(name));
  const caseId = args.params.caseId ?? "";
  const view = await readConversation(ctx, caseId, { before, at, reply, about });
  if (!view) throw notFound();
  const isAhead = args.request.headers.get("purpose") === "prefetch";
  if (view.latest && !isAhead) await markConversationRead(ctx, caseId);
  const title = pageTitle(ctx, "case.tab.messages");
  return { ...view, title, zone: await readerZone(args), now: ctx.now.toISOString() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "message.post");
  const form = await parseForm(args.request, PostMessage, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, { ...form.error, errors: atTheirFields(form.error.errors) });

  const posted = await postMessage(ctx, { ...form.value, zone: await readerZone(args) });
  if (!posted.ok) return refusedMessage(posted.error, form.values);
  const { messageId } = posted.value;
  return goTo(ctx, `/cases/${form.value.caseId}/messages#m-${messageId}`, {
    flash: { tone: "ok", key: "messages.sent" },
  });
}

/** The list of files is one field. */
const atTheirFields = ({ file, ...errors }: Record<string, string[]>) => ({
  ...errors,
  ...(file ? { "file[]": file } : {}),
});

export default function ConversationRoute() {
  const view = useLoaderData<typeof loader>();
  return <ConversationPage view={view} answer={useActionData<typeof action>()} />;
}
