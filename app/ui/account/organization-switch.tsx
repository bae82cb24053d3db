import { Link } from "@remix-run/react";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";

type OrganizationSwitchProps = {
  organizations: {
    orgId: string;
    name: string;
    kind: "creditor" | "lawyer" | "law_firm" | "agency" | "platform";
    role: "owner" | "manager" | "member";
    current: boolean;
  }[];
};

/** The organizations a person works in, and the way from one to the other. */
export function OrganizationSwitch({ organizations }: OrganizationSwitchProps) {
  const t = useT();
  if (organizations.length === 0) {
    return (
      <p>
        {t("account.no_organization")} <Link to="/organization/new">{t("found.title")}</Link>
      </p>
    );
  }
  return (
    <KeyValue
      pairs={organizations.map(({ orgId, name, kind, role, current }) => ({
        label: name,
        value: `${t(kind === "platform" ? "role.admin" : `role.${kind}`)}, ${t(`member.${role}`)}`,
        note: current ? (
          <span className="acts">
            <Chip tone="ok">{t("account.current_organization")}</Chip>
            <Link to="/organization">{t("nav.organization")}</Link>
          </span>
        ) : (
          <ActionForm action="/organization/switch" label={t("account.switch_to", { name })} reloadDocument>
            <input type="hidden" name="orgId" value={orgId} />
            <Button small>{t("account.switch")}</Button>
          </ActionForm>
        ),
      }))}
    />
  );
}
