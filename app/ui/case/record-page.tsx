import { Form } from "@remix-run/react";
import { channels } from "#app/domain/law/facts.ts";
import { type HoldEnding, partsOfEnding } from "#app/domain/law/holds.ts";
import { payees } from "#app/domain/ledger/flows.ts";
import { neededFields, type RecordKind, recordFields } from "#app/domain/timeline/record-forms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { CaseHeader, type CaseHeading } from "./case-header.tsx";
import { ProofFields } from "./proof-fields.tsx";

type View = {
  heading: CaseHeading;
  kinds: RecordKind[];
  zone: string;
  today: string;
  currency: string;
  endings: HoldEnding[];
  evidence: { id: string; title: string }[];
};
type RecordPageProps = { view: View; type: RecordKind | null; answer: unknown };

/** First what happened, then only what that needs: works as two plain pages without JavaScript. */
export function RecordPage({ view, type, answer }: RecordPageProps) {
  const t = useT();
  return (
    <div className="form stack">
      <CaseHeader heading={view.heading} tabs={[]} />
      <p className="lead">{t("record.lead")}</p>
      <Card title={type ? eventName(type, t) : t("record.title")}>
        {type ? <RecordForm view={view} type={type} answer={answer} /> : <KindForm kinds={view.kinds} />}
      </Card>
    </div>
  );
}

const eventName = (type: RecordKind, t: ReturnType<typeof useT>) => t(`event.${type}`);

function KindForm({ kinds }: { kinds: RecordKind[] }) {
  const t = useT();
  return (
    <Form method="get" className="form">
      <fieldset className="field">
        <legend>{t("record.kind")}</legend>
        <div className="choices">
          {kinds.map((kind) => (
            <div className="choice" key={kind}>
              <input type="radio" id={`kind-${kind}`} name="type" value={kind} required />
              <label htmlFor={`kind-${kind}`}>{eventName(kind, t)}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Button tone="primary">{t("form.continue")}</Button>
    </Form>
  );
}

function RecordForm({ view, type, answer }: { view: View; type: RecordKind; answer: unknown }) {
  const t = useT();
  const isStatement = type === "limitation_statement";
  return (
    <ActionForm answer={answer} multipart values={{ occurredOn: view.today }}>
      <input type="hidden" name="type" value={type} />
      <DateField
        name="occurredOn"
        label={t("record.date")}
        hint={t("step.date_hint", { zone: view.zone })}
        max={view.today}
      />
      {recordFields[type].map((field) => (
        <RecordInput key={field} field={field} type={type} view={view} />
      ))}
      <ProofFields
        evidence={view.evidence}
        noteNeeded={isStatement}
        noteHint={isStatement ? t("record.statement_hint") : undefined}
      />
      <Button tone="primary">{t("record.submit")}</Button>
    </ActionForm>
  );
}

const documents = ["demand_payment", "lawyer_letter", "validation_notice", "assignment"] as const;

type Field = (typeof recordFields)[RecordKind][number];

function RecordInput({ field, type, view }: { field: Field; type: RecordKind; view: View }) {
  const t = useT();
  const optional = !neededFields[type]?.includes(field);
  switch (field) {
    case "sentOn":
      return (
        <DateField
          name="sentOn"
          label={t("record.sent_on")}
          hint={t("record.sent_on_hint")}
          optional
          max={view.today}
        />
      );
    case "endsOn":
      return <DateField name="endsOn" label={t("record.ends_on")} optional={optional} />;
    case "lastDay":
      return <DateField name="lastDay" label={t("record.last_day")} optional={optional} />;
    case "amount":
      return (
        <MoneyField name="amount" label={t("record.amount")} currency={view.currency} optional={optional} />
      );
    case "payee":
      return (
        <Select
          name="payee"
          label={t("record.payee")}
          hint={t("record.payee_hint")}
          choices={payees.map((value) => ({ value, label: t(`record.payee.${value}`) }))}
        />
      );
    case "reference":
      return <TextField name="reference" label={t("record.reference")} optional={optional} />;
    case "channel":
      return (
        <Select
          name="channel"
          label={t("record.channel")}
          choices={channels.map((value) => ({ value, label: t(`record.channel.${value}`) }))}
        />
      );
    case "document":
      return (
        <Select
          name="document"
          label={t("record.document")}
          choices={documents.map((value) => ({ value, label: t(`record.document.${value}`) }))}
        />
      );
    case "ending":
      return (
        <Select
          name="ending"
          label={t("record.ending")}
          hint={t("record.ending_hint")}
          choices={view.endings.map((value) => {
            const { hold, endedBy } = partsOfEnding(value);
            return { value, label: `${t(`law.hold.${hold}`)}: ${t(`law.ending.${endedBy}`)}` };
          })}
        />
      );
  }
}
