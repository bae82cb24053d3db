import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { NewCasePage } from "#app/ui/cases/new-case-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { draftsOf } from "#app/use-cases/cases/list-cases.server.ts";
import { StartDraft, startDraft } from "#app/use-cases/cases/start-draft.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const [drafts, zone] = await Promise.all([draftsOf(ctx), readerZone(args)]);
  return { title: pageTitle(ctx, "cases.new.title"), drafts, zone };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const form = await parseForm(args.request, StartDraft);
  if (!form.ok) return refuse(422, form.error);
  const started = await startDraft(ctx, form.value);
  if (!started.ok) throw new Response(null, { status: 403 });
  return goTo(ctx, `/cases/drafts/${started.value.caseId}/debtor`, {});
}

export default function NewCaseRoute() {
  const { drafts, zone } = useLoaderData<typeof loader>();
  return <NewCasePage drafts={drafts} zone={zone} />;
}
