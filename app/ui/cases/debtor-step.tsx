import { debtorKinds } from "#app/domain/cases/answers.ts";
import type { PlaceView } from "#app/domain/cases/place-view.ts";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { StepForm } from "./step-form.tsx";

type Values = Record<string, string | string[]>;

export function DebtorStep({ values, place, answer }: { values: Values; place: PlaceView; answer: unknown }) {
  const t = useT();
  return (
    <StepForm id="debtor" answer={answer} values={values} lead={t("cases.debtor.lead")}>
      <RadioCards
        name="kind"
        label={t("cases.debtor.kind")}
        choices={debtorKinds.map((value) => ({
          value,
          label: t(`brief.debtor_kind.${value}`),
          hint: t(`cases.debtor_kind.${value}_hint`),
        }))}
      />
      <TextField
        name="name"
        label={t("cases.debtor.name")}
        hint={t("cases.debtor.name_hint")}
        autoComplete="off"
        maxLength={200}
      />
      <PlaceFields view={place} />
      <TextField
        name="address"
        label={t("cases.debtor.address")}
        hint={t("cases.debtor.address_hint")}
        autoComplete="off"
        optional
        maxLength={400}
      />
      <div className="field-row">
        <TextField
          name="email"
          type="email"
          label={t("cases.debtor.email")}
          autoComplete="off"
          optional
          maxLength={254}
        />
        <TextField
          name="phone"
          type="tel"
          label={t("cases.debtor.phone")}
          autoComplete="off"
          optional
          maxLength={24}
        />
      </div>
      <p className="hint">{t("cases.debtor.no_third_parties")}</p>
    </StepForm>
  );
}
