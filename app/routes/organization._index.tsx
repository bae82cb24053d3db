import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { InvitationTable } from "#app/ui/account/invitation-table.tsx";
import { MemberTable } from "#app/ui/account/member-table.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readOrganization } from "#app/use-cases/accounts/read-organization.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "org.read");
  const organization = await readOrganization(ctx);
  if (!organization) throw notFound();
  const seat = placeOf(organization.placeCode);
  return {
    title: pageTitle(ctx, "nav.organization"),
    organization,
    seat: seat && nameOf(seat, ctx.locale),
    zone: await readerZone(args),
  };
}

export default function OrganizationPage() {
  const { organization, seat, zone } = useLoaderData<typeof loader>();
  const { name, kind, members, invitations, mayInvite, mayManage } = organization;
  const t = useT();
  const invite = mayInvite && (
    <LinkButton to="/organization/invite" tone="primary">
      {t("invite.title")}
    </LinkButton>
  );
  return (
    <div className="stack">
      <PageHeader
        title={name}
        facts={[t(kind === "platform" ? "role.admin" : `role.${kind}`), seat]}
        action={invite}
      />
      <MemberTable members={members} mayManage={mayManage} zone={zone} />
      {mayInvite && <InvitationTable invitations={invitations} zone={zone} />}
      <div className="acts">
        {kind !== "creditor" && kind !== "platform" && (
          <LinkButton to="/organization/practice">{t("office.title")}</LinkButton>
        )}
        <LinkButton to="/organization/leave" tone="quiet">
          {t("leave.title")}
        </LinkButton>
      </div>
    </div>
  );
}
