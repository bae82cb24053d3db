import type { LicenceKind } from "#app/domain/accounts/licences.ts";
import type { T } from "#app/messages/translate.ts";
import { DateField } from "#app/ui/date-field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export type TerritoryChoices = { label: string; choices: { value: string; label: string }[] }[];
type LicenceFieldsOptions = {
  kinds: readonly LicenceKind[];
  territories: TerritoryChoices;
  /** A proof is on file already: a new one is optional. */
  hasProof?: boolean;
};

/** What a holder says about one licence, in the order of the paper; as elements, so that the form can name them. */
export function licenceFields(t: T, { kinds, territories, hasProof }: LicenceFieldsOptions) {
  return (
    <>
      <Select
        name="kind"
        label={t("licence.kind")}
        choices={kinds.map((kind) => ({ value: kind, label: t(`licence.kind.${kind}`) }))}
        noBlank={kinds.length === 1}
      />
      <Select
        name="territory"
        label={t("licence.territory")}
        hint={t("licence.territory_hint")}
        choices={territories}
      />
      <TextField
        name="holderName"
        label={t("licence.holder")}
        hint={t("licence.holder_hint")}
        autoComplete="off"
      />
      <TextField
        name="number"
        label={t("licence.number")}
        hint={t("licence.number_hint")}
        autoComplete="off"
        width="medium"
        spellCheck={false}
      />
      <TextField
        name="issuer"
        label={t("licence.issuer")}
        hint={t("licence.issuer_hint")}
        autoComplete="off"
      />
      <DateField name="validFrom" label={t("licence.valid_from")} />
      <DateField name="validTo" label={t("licence.valid_to")} hint={t("licence.valid_to_hint")} optional />
      <FileField
        name="proof"
        label={t("licence.proof")}
        hint={t(hasProof ? "licence.proof_again" : "licence.proof_hint")}
        accept="application/pdf,image/png,image/jpeg,image/webp"
        optional={hasProof}
      />
    </>
  );
}
