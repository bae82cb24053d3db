import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { ownPath } from "#app/http/own-path.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { endedSession, goTo, refuse, sessionCookie, sessionHash, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  awaitsSecondFactor,
  ProveSecondFactor,
  proveSecondFactor,
} from "#app/use-cases/accounts/prove-second-factor.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  if (!(await awaitsSecondFactor(ctx, sessionHash(args)))) throw redirect("/sign-in");
  return { title: pageTitle(ctx, "second_factor.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const form = await parseForm(args.request, ProveSecondFactor, { session: sessionHash(args) });
  if (!form.ok) return refuse(422, form.error);
  const done = await proveSecondFactor(ctx, form.value);
  if (done.ok) {
    const next = ownPath(new URL(args.request.url).searchParams.get("next"));
    return goTo(ctx, next ?? "/home", { cookies: [sessionCookie(ctx, done.value.token)] });
  }
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error);
    case "code-wrong":
      return refuse(401, refusedAt("code", "error.code_wrong"));
    case "code-used":
      return refuse(401, refusedAt("code", "error.code_used"));
    case "no-sign-in":
      return goTo(ctx, "/sign-in", {
        cookies: [endedSession(ctx)],
        flash: { tone: "bad", key: "flash.sign_in_again" },
      });
  }
}

export default function SecondFactorPage() {
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <FormPage title={t("second_factor.title")} lead={t("second_factor.lead")}>
      <ActionForm answer={answer}>
        <TextField
          name="code"
          label={t("second_factor.code")}
          hint={t("second_factor.code_hint")}
          autoComplete="one-time-code"
          width="medium"
          spellCheck={false}
        />
        <Button tone="primary" wide>
          {t("second_factor.submit")}
        </Button>
      </ActionForm>
    </FormPage>
  );
}
