import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { mailCode } from "#app/http/signing-code-page.server.ts";
import { SigningCodePage } from "#app/ui/engagements/signing-code-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readEngagement } from "#app/use-cases/engagements/read-engagement.server.ts";

export const meta = titleMeta;

/** The button stands on the page of the paper; here it is by itself, for who comes back to its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  if (!(await readEngagement(ctx, args.params.caseId ?? ""))) throw notFound();
  return { title: pageTitle(ctx, "sign.code_title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const { caseId = "" } = args.params;
  return mailCode(ctx, args, { id: caseId, home: `/cases/${caseId}` });
}

export default function SigningCodeRoute() {
  const { caseId } = useParams();
  return <SigningCodePage back={`/cases/${caseId}/engagement`} answer={useActionData<typeof action>()} />;
}
