import type { InsuranceState } from "#app/domain/accounts/insurance.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Member = { userId: string; name: string; supervisorUserId: string | null; licensed: boolean };
type Licence = {
  id: string;
  number: string;
  territory: string;
  holderName: string;
  holderUserId: string | null;
};
type Insurance = {
  id: string;
  insurer: string;
  policyNumber: string;
  sum: number;
  currency: string;
  validTo: string;
  state: InsuranceState;
  reason: string | null;
};
type Practice = {
  capacity: number | null;
  open: number;
  members: Member[];
  licences: Licence[];
  insurances: Insurance[];
  mayChange: boolean;
};

const tones: Record<InsuranceState, ChipTone> = {
  verified: "ok",
  filed: "wait",
  refused: "bad",
  expired: "bad",
};
const at = "/organization/practice";

/** How a collector works: how much it takes on, who acts under whose licence, and how it is insured. */
export function PracticePage({ practice, today }: { practice: Practice; today: string }) {
  const t = useT();
  return (
    <div className="stack form">
      <PageHeader
        title={t("office.title")}
        lead={t("office.lead")}
        back={{ to: "/organization", label: t("nav.organization") }}
      />
      <Capacity practice={practice} />
      <Holders practice={practice} />
      <Staff practice={practice} />
      <Insurances practice={practice} today={today} />
    </div>
  );
}

function Capacity({ practice: { capacity, open, mayChange } }: { practice: Practice }) {
  const t = useT();
  return (
    <Card title={t("practice.capacity")}>
      <p>{t("practice.open", { count: open })}</p>
      {mayChange && (
        <ActionForm
          action={`${at}/capacity`}
          label={t("practice.capacity")}
          values={{ capacity: capacity === null ? null : String(capacity) }}
        >
          <TextField
            name="capacity"
            label={t("office.most")}
            hint={t("office.most_hint")}
            inputMode="numeric"
            width="short"
            optional
          />
          <Button>{t("form.save")}</Button>
        </ActionForm>
      )}
    </Card>
  );
}

function Holders({ practice: { licences, members, mayChange } }: { practice: Practice }) {
  const t = useT();
  if (licences.length === 0) return null;
  return (
    <Card title={t("practice.holders")}>
      <p>{t("practice.holders_text")}</p>
      {licences.map(({ id, number, territory, holderName, holderUserId }) => (
        <ActionForm
          key={id}
          id={`holder-${id}`}
          action={`${at}/holders`}
          label={number}
          values={{ holderUserId }}
        >
          <input type="hidden" name="licenceId" value={id} />
          <Select
            name="holderUserId"
            label={t("practice.holder_of", { number, territory, holder: holderName })}
            hint={isGone(holderUserId, members) ? t("practice.holder_gone") : undefined}
            choices={[
              { value: "", label: t("practice.everybody") },
              ...members.map(({ userId, name }) => ({ value: userId, label: name })),
            ]}
            noBlank
            optional
          />
          {mayChange && <Button>{t("form.save")}</Button>}
        </ActionForm>
      ))}
    </Card>
  );
}

/** Whose own licence it is has left: it counts for nobody here. */
const isGone = (holderUserId: string | null, members: Member[]): boolean =>
  holderUserId !== null && members.every(({ userId }) => userId !== holderUserId);

function Staff({ practice: { members, mayChange } }: { practice: Practice }) {
  const t = useT();
  const licensed = members.filter((each) => each.licensed);
  const staff = members.filter((each) => !each.licensed);
  if (licensed.length === 0 || staff.length === 0) return null;
  return (
    <Card title={t("practice.staff")}>
      <p>{t("practice.staff_text")}</p>
      {staff.map(({ userId, name, supervisorUserId }) => (
        <ActionForm
          key={userId}
          id={`staff-${userId}`}
          action={`${at}/supervisors`}
          label={name}
          values={{ supervisorUserId }}
        >
          <input type="hidden" name="userId" value={userId} />
          <Select
            name="supervisorUserId"
            label={t("practice.under", { name })}
            choices={[
              { value: "", label: t("practice.nobody") },
              ...licensed.map((each) => ({ value: each.userId, label: each.name })),
            ]}
            noBlank
            optional
          />
          {mayChange && <Button>{t("form.save")}</Button>}
        </ActionForm>
      ))}
    </Card>
  );
}

function Insurances({ practice: { insurances, mayChange }, today }: { practice: Practice; today: string }) {
  const t = useT();
  return (
    <Card
      title={t("insurance.title")}
      aside={
        mayChange && (
          <LinkButton to={`${at}/insurance`} small>
            {t("insurance.file")}
          </LinkButton>
        )
      }
    >
      {insurances.length === 0 ? (
        <p>{t("insurance.none")}</p>
      ) : (
        <KeyValue
          pairs={insurances.map(({ insurer, policyNumber, sum, currency, validTo, state, reason }) => ({
            label: `${insurer}, ${policyNumber}`,
            value: (
              <>
                <Money amount={sum} currency={currency} />{" "}
                <Chip tone={tones[state]}>{t(`insurance.state.${state}`)}</Chip>
              </>
            ),
            note: (
              <>
                {t("insurance.valid_to")}: <DateText on={validTo} today={today} />
                {reason && ` ${t("licence.reviewer_wrote", { reason })}`}
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}
