import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MarkPosted } from "#app/domain/contact/letter-batch.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { PostedPage } from "#app/ui/letters/posted-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { batchView } from "#app/use-cases/contact/batch-view.server.ts";
import { markPosted } from "#app/use-cases/contact/mark-posted.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "letter.print");
  const view = await batchView(ctx, args.params.batchId ?? "");
  if (!view) throw notFound();
  if (view.state !== "ready") throw redirect(`/letters/${view.id}`);
  return { ...view, zone: await readerZone(args), title: pageTitle(ctx, "letters.posted") };
}

/** Says that a batch was handed to the post. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "letter.print");
  const form = await parseForm(args.request, MarkPosted, { batchId: args.params.batchId });
  if (!form.ok) {
    if (form.error.errors.batchId) throw notFound();
    return refuse(422, form.error);
  }
  const done = await markPosted(ctx, form.value);
  const at = `/letters/${form.value.batchId}`;
  if (done.ok) return goTo(ctx, at, { flash: { tone: "ok", key: "letters.posted_flash" } });
  switch (done.error.kind) {
    case "batch-not-found":
      throw notFound();
    case "not-to-post":
      return refuse(409, refusedAt("form", "refusal.not-to-post", form.values));
    case "other-day":
      return refuse(409, refusedAt("postedOn", "refusal.other-day", form.values));
    case "stopped":
      return refuse(409, refusedAt("left", "refusal.stopped", form.values));
    case "unread-line":
      return refuse(422, refusedAt(done.error.field, `refusal.unread-${done.error.field}`, form.values));
  }
}

export default function PostedRoute() {
  return <PostedPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
