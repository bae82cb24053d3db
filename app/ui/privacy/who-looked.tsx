import { Link } from "@remix-run/react";
import type { SightPurpose } from "#app/domain/privacy/sights.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

export type LookedRow = {
  id: string;
  at: string;
  who: string | null;
  organization: string | null;
  purpose: SightPurpose;
  fields: string[];
};

type LastLooksProps = { caseId: string; rows: LookedRow[]; zone: string };

/** The last of one's own who looked, beside what they looked at; all of them are a page further. */
export function LastLooks({ caseId, rows, zone }: LastLooksProps) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <section className="last-looks">
      <h3>{t("sights.who")}</h3>
      <ul className="hint">
        {rows.map(({ id, who, purpose, at }) => (
          <li key={id}>
            <Instant at={at} zone={zone} /> · {who ?? "Rung"} · {t(`sights.purpose.${purpose}`)}
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/cases/${caseId}/details`}>{t("sights.who_all")}</Link>
      </p>
    </section>
  );
}

type WhoLookedProps = { rows: LookedRow[]; zone: string; withOrganization?: boolean };

/** Who was shown what of the debtor, and what for. */
export function WhoLooked({ rows, zone, withOrganization }: WhoLookedProps) {
  const t = useT();
  const fieldName = (field: string) => {
    const key = `sights.field.${field}`;
    return t.has(key) ? t(key) : field;
  };
  return (
    <DataTable
      caption={t("sights.who")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "who", header: t("sights.col.who"), cell: ({ who }) => who ?? "Rung" },
        ...(withOrganization
          ? [
              {
                key: "org",
                header: t("sights.col.organization"),
                cell: ({ organization }: LookedRow) => organization ?? "–",
              },
            ]
          : []),
        {
          key: "purpose",
          header: t("sights.col.purpose"),
          cell: ({ purpose }) => t(`sights.purpose.${purpose}`),
        },
        {
          key: "fields",
          header: t("sights.col.fields"),
          cell: ({ fields }) => fields.map(fieldName).join(t("list.separator")),
        },
        { key: "at", header: t("sights.col.at"), cell: ({ at }) => <Instant at={at} zone={zone} /> },
      ]}
      empty={<EmptyState title={t("sights.nobody")}>{t("sights.nobody_text")}</EmptyState>}
    />
  );
}
