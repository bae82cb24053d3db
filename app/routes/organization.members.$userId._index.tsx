import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { memberRoleField } from "#app/ui/account/member-role-field.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ChangeMemberRole, changeMemberRole } from "#app/use-cases/accounts/change-member-role.server.ts";
import { readOrganization } from "#app/use-cases/accounts/read-organization.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "org.manage");
  const organization = await readOrganization(ctx);
  const member = organization?.members.find(({ userId }) => userId === args.params.userId);
  if (!organization || !member) throw notFound();
  return { title: pageTitle(ctx, "organization.member"), member, organization: organization.name };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "org.manage");
  const form = await parseForm(args.request, ChangeMemberRole, { userId: args.params.userId });
  if (!form.ok) return refuse(422, form.error);
  const done = await changeMemberRole(ctx, form.value);
  if (done.ok) return goTo(ctx, "/organization", { flash: { tone: "ok", key: "flash.saved" } });
  switch (done.error.kind) {
    case "not-allowed":
    case "not-a-member":
      throw notFound();
    case "last-owner":
      return refuse(409, refusedAt("role", "error.last_owner", form.values));
  }
}

export default function MemberPage() {
  const { member, organization } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: "/organization", label: t("nav.organization") };
  return (
    <div className="stack form">
      <PageHeader title={member.name} facts={[member.email, organization]} back={back} />
      <Card title={t("organization.role")}>
        <ActionForm answer={answer} values={{ role: member.role }}>
          {memberRoleField(t, { owners: true })}
          <Button tone="primary">{t("form.save")}</Button>
        </ActionForm>
      </Card>
      <Card title={t("remove.title")}>
        <p>{t("remove.text", { name: member.name, organization })}</p>
        <ActionForm action={`/organization/members/${member.userId}/remove`} label={t("remove.title")}>
          <div className="form-acts">
            <Button tone="danger">{t("remove.submit", { name: member.name })}</Button>
          </div>
        </ActionForm>
      </Card>
    </div>
  );
}
