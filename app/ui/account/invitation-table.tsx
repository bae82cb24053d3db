import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

type Invitation = {
  id: string;
  email: string;
  role: "owner" | "manager" | "member";
  expiresAt: string | Date;
};

/** Invitations nobody has answered yet. */
export function InvitationTable({ invitations, zone }: { invitations: Invitation[]; zone: string }) {
  const t = useT();
  return (
    <DataTable
      caption={t("organization.invitations")}
      showCaption
      rows={invitations}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t("organization.no_invitations")}>
          <p>{t("organization.no_invitations_text")}</p>
        </EmptyState>
      }
      columns={[
        { key: "email", header: t("account.email"), cell: ({ email }) => email },
        { key: "role", header: t("organization.role"), cell: ({ role }) => t(`member.${role}`) },
        {
          key: "until",
          header: t("organization.open_until"),
          cell: ({ expiresAt }) => <Instant at={expiresAt} zone={zone} />,
        },
        {
          key: "revoke",
          header: t("organization.act"),
          cell: ({ id, email }) => (
            <ActionForm
              action={`/organization/invitations/${id}/revoke`}
              label={`${t("organization.revoke")}: ${email}`}
            >
              <Button small>{t("organization.revoke")}</Button>
            </ActionForm>
          ),
        },
      ]}
    />
  );
}
