import { checkOf } from "#app/messages/finding.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { type ChangeLine, ChangeTable } from "./change-table.tsx";
import { rowPath, wordOr } from "./law-words.ts";
import { type RowLine, Valid } from "./pack-page.tsx";
import { CitationFields, ReasonField } from "./why-fields.tsx";

export type RowNumberField = {
  name: string;
  word: string;
  fact: string | null;
  kind: "count" | "time";
  value: string;
};

export type RowPageProps = {
  pack: { id: string; version: string };
  rowKey: string;
  today: string;
  row: Omit<RowLine, "key" | "state"> & {
    confidence: "high" | "medium" | "low";
    appliesTo: string[];
    unblock: string[];
    message: string;
    numbers: RowNumberField[];
    data: string;
  };
  texts: Omit<RowLine, "key">[];
  changes: ChangeLine[];
  answer: unknown;
};

/** One row of law: what it asks, in which texts, and a form for other figures from a day on. */
export function RowPage({ pack, rowKey, today, row, texts, changes, answer }: RowPageProps) {
  const t = useT();
  const values = Object.fromEntries(row.numbers.map(({ name, value }) => [`numbers.${name}`, value]));
  return (
    <div className="stack">
      <PageHeader
        title={rowKey}
        facts={[t(`law.force.${row.force}`), t(`law_admin.confidence.${row.confidence}`)]}
        action={<LinkButton to={`${rowPath(pack.id, rowKey)}/end`}>{t("law_admin.end_row")}</LinkButton>}
        back={{ to: `/admin/law/packs/${pack.id}`, label: wordOr(t, `law.pack.${pack.id}`, pack.id) }}
      />
      <RowFacts row={row} texts={texts} />
      <Card title={t("law_admin.change_row")} className="form">
        <p>{t("law_admin.change_row_text")}</p>
        <ActionForm
          answer={answer}
          values={{ ...values, citation: row.cite }}
          label={t("law_admin.change_row")}
        >
          {row.numbers.map(({ name, word, fact, kind }) => (
            <TextField
              key={name}
              name={`numbers.${name}`}
              label={numberLabel(t, word, fact)}
              inputMode={kind === "count" ? "numeric" : undefined}
              width="short"
            />
          ))}
          <CitationFields />
          <DateField
            name="effectiveOn"
            label={t("law_admin.effective_on")}
            hint={t("law_admin.effective_on_hint")}
            min={today}
          />
          <ReasonField />
          <Button tone="primary">{t("law_admin.propose")}</Button>
        </ActionForm>
      </Card>
      <Card title={t("law_admin.changes")} flush={changes.length > 0}>
        <ChangeTable
          changes={changes}
          caption={t("law_admin.changes")}
          empty={<p>{t("law_admin.no_changes")}</p>}
        />
      </Card>
    </div>
  );
}

function numberLabel(t: ReturnType<typeof useT>, word: string, fact: string | null) {
  const name = wordOr(t, `law_admin.number.${word}`, word);
  return fact ? t("law_admin.number_of", { name, fact: wordOr(t, `law.fact.${fact}`, fact) }) : name;
}

function RowFacts({ row, texts }: Pick<RowPageProps, "row" | "texts">) {
  const t = useT();
  const locale = useLocale();
  const acts = row.appliesTo.map((act) => wordOr(t, `law.action.${act}`, act));
  return (
    <Card title={t("law_admin.row")}>
      <KeyValue
        pairs={[
          { label: t("law_admin.asks"), value: checkOf(row, { t, locale, zone: "UTC" }) },
          { label: t("law_admin.source"), value: row.cite },
          { label: t("law_admin.applies_to"), value: acts.join(t("list.separator")) },
          {
            label: t("law_admin.unblocked_by"),
            value:
              row.unblock.map((way) => wordOr(t, `law.unblock.${way}`, way)).join(t("list.separator")) ||
              t("law_admin.none"),
          },
          ...texts.map((text, at) => ({
            label: t("law_admin.text_number", { number: at + 1 }),
            value: <Valid {...text} />,
            note: text.cite,
          })),
        ]}
      />
      <details>
        <summary>{t("law_admin.as_data")}</summary>
        <pre className="law-data">{row.data}</pre>
      </details>
    </Card>
  );
}
