import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, sessionHash } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { LeaveOrganization, leaveOrganization } from "#app/use-cases/accounts/leave-organization.server.ts";
import { readOrganization } from "#app/use-cases/accounts/read-organization.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "org.read");
  const organization = await readOrganization(ctx);
  if (!organization) throw notFound();
  return { title: pageTitle(ctx, "leave.title"), name: organization.name };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "org.read");
  const form = await parseForm(args.request, LeaveOrganization, { session: sessionHash(args) });
  if (!form.ok) return refuse(422, form.error);
  const done = await leaveOrganization(ctx, form.value);
  if (done.ok) return goTo(ctx, "/account", { flash: { tone: "ok", key: "flash.left" } });
  switch (done.error.kind) {
    case "not-allowed":
      throw notFound();
    case "last-owner":
      return refuse(409, refusedAt("form", "error.last_owner"));
    case "open-cases":
      return refuse(409, refusedAt("form", "error.open_cases"));
  }
}

export default function LeavePage() {
  const { name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: "/organization", label: t("nav.organization") };
  return (
    <FormPage title={t("leave.title")} lead={t("leave.lead", { name })} back={back}>
      <ActionForm answer={answer}>
        <div className="form-acts">
          <Button tone="danger">{t("leave.submit", { name })}</Button>
          <LinkButton to="/organization">{t("form.cancel")}</LinkButton>
        </div>
      </ActionForm>
    </FormPage>
  );
}
