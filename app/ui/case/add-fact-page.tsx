import { addableFacts } from "#app/domain/timeline/record-forms.ts";
import { factName } from "#app/messages/finding.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { CaseHeader, type CaseHeading } from "./case-header.tsx";
import { ProofFields } from "./proof-fields.tsx";

type AddFactPageProps = {
  view: { heading: CaseHeading; evidence: { id: string; title: string }[] };
  fact: string | null;
  answer: unknown;
};

/** One missing fact, its value and its evidence. */
export function AddFactPage({ view, fact, answer }: AddFactPageProps) {
  const t = useT();
  return (
    <div className="form stack">
      <CaseHeader heading={view.heading} tabs={[]} />
      <p className="lead">{t("add_fact.lead")}</p>
      <Card title={fact ? factName(fact, t) : t("add_fact.title")}>
        {fact ? (
          <ActionForm answer={answer} multipart>
            <input type="hidden" name="fact" value={fact} />
            <FactInput fact={fact} />
            <ProofFields evidence={view.evidence} />
            <Button tone="primary">{t("add_fact.submit")}</Button>
          </ActionForm>
        ) : (
          <ul className="step-choices">
            {Object.keys(addableFacts).map((name) => (
              <li key={name}>
                <LinkButton to={`?fact=${name}`} tone="quiet">
                  {factName(name, t)}
                </LinkButton>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

function FactInput({ fact }: { fact: string }) {
  const t = useT();
  const field = addableFacts[fact];
  const label = t("add_fact.value");
  switch (field.kind) {
    case "date":
      return <DateField name="value" label={label} />;
    case "integer":
      return <TextField name="value" label={label} inputMode="numeric" width="short" />;
    case "rate":
      return <TextField name="value" label={label} inputMode="decimal" width="short" />;
    case "flag":
      return (
        <RadioCards
          name="value"
          label={label}
          inline
          choices={[
            { value: "yes", label: t("add_fact.yes") },
            { value: "no", label: t("add_fact.no") },
          ]}
        />
      );
    case "choice":
      return (
        <Select
          name="value"
          label={label}
          choices={field.options.map((value) => {
            const key = `law.value.${value}`;
            return { value, label: t.has(key) ? t(key) : value };
          })}
        />
      );
    case "proof":
      return null;
  }
}
