import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { z } from "zod";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { SigningCodePage } from "#app/ui/engagements/signing-code-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readEngagement } from "#app/use-cases/engagements/read-engagement.server.ts";
import { requestSigningCode } from "#app/use-cases/engagements/request-signing-code.server.ts";

const Asked = z.object({ caseId: z.uuid(), amendmentId: z.uuid().optional() });

export const meta = titleMeta;

/** The button stands on the page of the paper; here it is by itself, for who comes back to its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  if (!(await readEngagement(ctx, args.params.caseId ?? ""))) throw notFound();
  return { title: pageTitle(ctx, "sign.code_title") };
}

/** Mails a one-time code and shows the paper again. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const form = await parseForm(args.request, Asked, { caseId: args.params.caseId });
  if (!form.ok) throw notFound();
  const { caseId, amendmentId } = form.value;
  const sent = await requestSigningCode(ctx, form.value);
  if (sent.ok) {
    const page = `/cases/${caseId}/engagement${amendmentId ? `/amendments/${amendmentId}` : ""}`;
    return goTo(ctx, `${page}#sign`, { flash: { tone: "ok", key: "sign.code_sent_flash" } });
  }
  switch (sent.error.kind) {
    case "case-not-found":
      throw notFound();
    case "nothing-to-sign":
      return refuse(409, refusedAt("form", "tender.refusal.nothing-to-sign"));
    case "too-many":
      return tooMany(sent.error);
  }
}

export default function SigningCodeRoute() {
  const { caseId } = useParams();
  return <SigningCodePage back={`/cases/${caseId}/engagement`} answer={useActionData<typeof action>()} />;
}
