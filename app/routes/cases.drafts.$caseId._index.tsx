import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { draftView, firstOpenStep } from "#app/use-cases/cases/draft-view.server.ts";

/** Takes up a draft where it was left. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const view = await draftView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return redirect(`/cases/drafts/${view.draft.caseId}/${firstOpenStep(view)}`);
}
