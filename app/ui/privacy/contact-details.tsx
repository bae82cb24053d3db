import { Fragment } from "react";
import type { AskedPurpose } from "#app/domain/privacy/sights.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Instant } from "#app/ui/format.tsx";
import type { Pair } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { Select } from "#app/ui/select.tsx";

export type ShownContact = {
  email: string | null;
  phone: string | null;
  address: string | null;
  /** Until when it stands there in full; null where it is masked. */
  shownUntil: string | null;
};

/** A masked value: dots to the eye, and to the ear what they stand for before what is left. */
export function Masked({ text, said }: { text: string; said: string }) {
  const parts = text.split("•••");
  return (
    <span className="masked">
      <span className="visually-hidden">{said}: </span>
      {parts.map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <span aria-hidden="true">•••</span>}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

/** What is on file of address, e-mail and phone, in full or masked. */
export function useContactPairs(contact: ShownContact | null): Pair[] {
  const t = useT();
  return (["address", "email", "phone"] as const).flatMap((field) => {
    const text = contact?.[field];
    if (!contact || !text) return [];
    const label = t(`sights.field.${field}`);
    const said = t(`sights.hidden.${field}`);
    return [{ label, value: contact.shownUntil ? text : <Masked text={text} said={said} /> }];
  });
}

type DetailsFormProps = {
  caseId: string;
  purposes: readonly AskedPurpose[];
  /** Until when they are shown already. */
  shownUntil: string | null;
  zone: string;
  /** The page it stands on, which it comes back to. */
  back: string;
  answer?: unknown;
};

/** Asks what the details are needed for, or says how long they stay. */
export function DetailsForm({ caseId, purposes, shownUntil, zone, back, answer }: DetailsFormProps) {
  const t = useT();
  const at = `/cases/${caseId}/details`;
  return (
    <div className="details-form">
      {shownUntil ? (
        <p className="hint" role="status">
          <Phrase of="sights.shown_until" nodes={{ at: <Instant key="at" at={shownUntil} zone={zone} /> }} />
        </p>
      ) : (
        <ActionForm action={at} answer={answer} label={t("sights.what_for")}>
          <input type="hidden" name="back" value={back} />
          <Select
            name="purpose"
            label={t("sights.what_for")}
            hint={t("sights.hint")}
            width="medium"
            choices={purposes.map((value) => ({ value, label: t(`sights.purpose.${value}`) }))}
          />
          <Button>{t("sights.show")}</Button>
        </ActionForm>
      )}
    </div>
  );
}
