import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { SigningCodePage } from "#app/ui/engagements/signing-code-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLotEngagement } from "#app/use-cases/lots/read-lot-engagement.server.ts";
import { requestLotCode } from "#app/use-cases/lots/sign-lot.server.ts";

export const meta = titleMeta;

/** The button stands on the page of the mandate; here it is by itself, for who comes back to its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  if (!(await readLotEngagement(ctx, args.params.lotId ?? ""))) throw notFound();
  return { title: pageTitle(ctx, "sign.code_title") };
}

/** Mails a one-time code and shows the mandate again. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const { lotId = "" } = args.params;
  const sent = await requestLotCode(ctx, { caseId: lotId });
  if (sent.ok) {
    const flash = { tone: "ok", key: "sign.code_sent_flash" } as const;
    return goTo(ctx, `/lots/${lotId}/engagement#sign`, { flash });
  }
  switch (sent.error.kind) {
    case "lot-not-found":
      throw notFound();
    case "nothing-to-sign":
    case "paper-changed":
    case "already-signed":
    case "too-late":
      return refuse(409, refusedAt("form", `tender.refusal.${sent.error.kind}`));
    case "too-many":
      return tooMany(sent.error);
  }
}

export default function LotSigningCodeRoute() {
  const { lotId } = useParams();
  return <SigningCodePage back={`/lots/${lotId}/engagement`} answer={useActionData<typeof action>()} />;
}
