import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, sessionCookie, sessionHash, tooMany } from "#app/http/respond.ts";
import { EnrolmentPage } from "#app/ui/account/enrolment-page.tsx";
import { RecoveryCodes } from "#app/ui/account/recovery-codes.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { enrolmentOf } from "#app/use-cases/accounts/begin-second-factor.server.ts";
import {
  ConfirmSecondFactor,
  confirmSecondFactor,
} from "#app/use-cases/accounts/confirm-second-factor.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  return { title: pageTitle(ctx, "set_up.title"), enrolment: await enrolmentOf(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, ConfirmSecondFactor, { session: sessionHash(args) });
  if (!form.ok) return refuse(422, form.error);
  const done = await confirmSecondFactor(ctx, form.value);
  if (done.ok) {
    const { token, recoveryCodes } = done.value;
    return data({ recoveryCodes }, { headers: { "set-cookie": sessionCookie(ctx, token) } });
  }
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error);
    case "not-allowed":
      throw notFound();
    case "code-wrong":
      return refuse(422, refusedAt("code", "error.code_wrong"));
    case "code-used":
      return refuse(422, refusedAt("code", "error.code_used"));
    case "already-on":
      return goTo(ctx, "/account/security", { flash: { tone: "info", key: "flash.second_factor_was_on" } });
    case "not-begun":
      return goTo(ctx, "/account/security", { flash: { tone: "bad", key: "flash.begin_again" } });
  }
}

export default function SetUpPage() {
  const { enrolment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "recoveryCodes" in answer) {
    return <RecoveryCodes codes={answer.recoveryCodes} onward="/home" />;
  }
  return <EnrolmentPage enrolment={enrolment} answer={answer} />;
}
