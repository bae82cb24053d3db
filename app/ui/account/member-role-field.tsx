import type { T } from "#app/messages/translate.ts";
import { RadioCards } from "#app/ui/choice-group.tsx";

/** What a member may do; as an element, so that the form can name it. Only owners make owners. */
export function memberRoleField(t: T, { owners }: { owners: boolean }) {
  const roles = owners ? (["member", "manager", "owner"] as const) : (["member", "manager"] as const);
  return (
    <RadioCards
      name="role"
      label={t("organization.role")}
      choices={roles.map((role) => ({
        value: role,
        label: t(`member.${role}`),
        hint: t(`member.${role}_hint`),
      }))}
    />
  );
}
