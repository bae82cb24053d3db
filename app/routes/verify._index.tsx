import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beforeDoor } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { knockOf, refuse } from "#app/http/respond.ts";
import { verifiedAnswer } from "#app/http/verify-answer.server.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { VerifyPage } from "#app/ui/door/verify-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { VerifyLetter } from "#app/use-cases/debtors/verify-letter.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return beforeDoor(ctx, args.request, "verify.title");
}

/** The code stays out of the address, where it would be kept by browsers and servers on the way. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const form = await parseForm(args.request, VerifyLetter, { address: knockOf(args).address });
  if (!form.ok) return refuse(422, form.error);
  return verifiedAnswer(ctx, form.value);
}

export default function VerifyRoute() {
  const { language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const verified = answer && "verified" in answer ? answer.verified : null;
  return (
    <DoorShell language={language}>
      <VerifyPage verified={verified} answer={answer} />
    </DoorShell>
  );
}
