import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { memberRoleField } from "#app/ui/account/member-role-field.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { InviteMember, inviteMember } from "#app/use-cases/accounts/invite-member.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "org.invite");
  return { title: pageTitle(ctx, "invite.title"), owner: ctx.actor.member === "owner" };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "org.invite");
  const form = await parseForm(args.request, InviteMember);
  if (!form.ok) return refuse(422, form.error);
  const done = await inviteMember(ctx, form.value);
  if (done.ok) return goTo(ctx, "/organization", { flash: { tone: "ok", key: "flash.invited" } });
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error, form.values);
    case "not-allowed":
      throw notFound();
    case "owners-only":
      return refuse(403, refusedAt("role", "error.owners_only", form.values));
    case "already-member":
      return refuse(409, refusedAt("email", "error.already_member", form.values));
  }
}

export default function InvitePage() {
  const { owner } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: "/organization", label: t("nav.organization") };
  return (
    <FormPage title={t("invite.title")} lead={t("invite.lead")} back={back}>
      <ActionForm answer={answer} values={{ role: "member" }}>
        <TextField name="email" type="email" label={t("account.email")} autoComplete="off" />
        {memberRoleField(t, { owners: owner })}
        <Button tone="primary">{t("invite.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
