import { Link } from "@remix-run/react";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Day } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

type Member = {
  userId: string;
  name: string;
  email: string;
  role: "owner" | "manager" | "member";
  since: string | Date;
  secondFactor: string | Date | null;
  you: boolean;
};

/** Who works in the organization, as what; owners can change that. */
export function MemberTable({
  members,
  mayManage,
  zone,
}: {
  members: Member[];
  mayManage: boolean;
  zone: string;
}) {
  const t = useT();
  return (
    <DataTable
      caption={t("organization.members")}
      showCaption
      rows={members}
      rowKey={({ userId }) => userId}
      empty={null}
      columns={[
        {
          key: "name",
          header: t("organization.person"),
          cell: ({ name, you, userId }) => (
            <>
              {mayManage && !you ? <Link to={`/organization/members/${userId}`}>{name}</Link> : name}{" "}
              {you && <Chip tone="info">{t("organization.you")}</Chip>}
            </>
          ),
        },
        { key: "email", header: t("account.email"), cell: ({ email }) => email },
        { key: "role", header: t("organization.role"), cell: ({ role }) => t(`member.${role}`) },
        {
          key: "factor",
          header: t("security.title"),
          wideOnly: true,
          cell: ({ secondFactor }) => t(secondFactor ? "security.on" : "security.off"),
        },
        {
          key: "since",
          header: t("organization.since"),
          wideOnly: true,
          cell: ({ since }) => <Day at={since} zone={zone} />,
        },
      ]}
    />
  );
}
