import type { T } from "#app/messages/translate.ts";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Seats = { label: string; choices: { value: string; label: string }[] }[];

const kinds = ["creditor", "lawyer", "law_firm", "agency"] as const;

/*
 * Fields as elements, not as components: a form names in its summary the fields that it can see.
 */

/** In which capacity somebody works here. */
export function organizationKindField(t: T) {
  return (
    <RadioCards
      name="kind"
      label={t("account.kind")}
      choices={kinds.map((kind) => ({
        value: kind,
        label: t(`role.${kind}`),
        hint: t(`account.kind.${kind}`),
      }))}
    />
  );
}

/** What the organization is called and where it sits. */
export function organizationFields(t: T, seats: Seats) {
  return (
    <>
      <TextField
        name="organization"
        label={t("account.organization")}
        hint={t("account.organization_hint")}
        autoComplete="organization"
      />
      <Select name="seat" label={t("account.seat")} hint={t("account.seat_hint")} choices={seats} />
    </>
  );
}
