import { Form } from "@remix-run/react";
import { checkOf } from "#app/messages/finding.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DateText } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { PackLine } from "./law-book-page.tsx";
import { ALWAYS, rowPath, wordOr } from "./law-words.ts";
import { SignatureChip, SignatureText } from "./signature.tsx";

export type RowLine = {
  key: string;
  rule: string;
  force: "LAW" | "REG" | "STD" | "POL";
  cite: string;
  effective: string;
  until: string | null;
  check: { key: string; values: Record<string, string | number> };
  state: "coming" | "in_force" | "over";
};

type PackPageProps = { pack: PackLine; rows: RowLine[]; next: string | null; find: string };

/** One pack: its signature, and its rows by key. */
export function PackPage({ pack, rows, next, find }: PackPageProps) {
  const t = useT();
  const path = `/admin/law/packs/${pack.id}`;
  const nextAddress = next && `${path}?${new URLSearchParams({ ...(find && { find }), after: next })}`;
  return (
    <div className="stack">
      <PageHeader
        title={wordOr(t, `law.pack.${pack.id}`, pack.id)}
        facts={[
          t("law_admin.version_is", { version: pack.version }),
          t("law_admin.rows_count", { count: pack.rows }),
        ]}
        status={<SignatureChip state={pack.state} />}
        action={
          <LinkButton to={`${path}/sign`} tone="primary">
            {t("law_admin.sign")}
          </LinkButton>
        }
        back={{ to: "/admin/law", label: t("law_admin.title") }}
      />
      <Card title={t("law_admin.signature")}>
        <KeyValue
          pairs={[
            { label: t("law_admin.signed"), value: <SignatureText {...pack} /> },
            { label: t("law_admin.coverage"), value: t("law_admin.coverage_counts", pack.coverage) },
          ]}
        />
        <p>{t("law_admin.signature_text")}</p>
      </Card>
      <Card
        title={t("law_admin.rows")}
        aside={
          <LinkButton to={`${path}/new-row`} small>
            {t("law_admin.new_row")}
          </LinkButton>
        }
      >
        <Form method="get" action={path} aria-label={t("law_admin.find")} className="law-find">
          <TextField
            name="find"
            label={t("law_admin.find")}
            hint={t("law_admin.find_hint")}
            defaultValue={find}
            optional
          />
          <Button>{t("law_admin.find_submit")}</Button>
        </Form>
        <RowTable packId={pack.id} rows={rows} />
        <Pagination next={nextAddress} />
      </Card>
    </div>
  );
}

function RowTable({ packId, rows }: { packId: string; rows: RowLine[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <DataTable
      caption={t("law_admin.rows")}
      rows={rows}
      rowKey={({ key, effective }) => `${key} ${effective}`}
      rowHref={({ key }) => rowPath(packId, key)}
      empty={<EmptyState title={t("law_admin.no_rows")} />}
      columns={[
        { key: "row", header: t("law_admin.row"), cell: ({ key }) => <code>{key}</code> },
        { key: "asks", header: t("law_admin.asks"), cell: (row) => checkOf(row, { t, locale, zone: "UTC" }) },
        { key: "source", header: t("law_admin.source"), cell: ({ cite }) => cite },
        { key: "force", header: t("law_admin.force"), cell: ({ force }) => t(`law.force.${force}`) },
        { key: "valid", header: t("law_admin.valid"), cell: (row) => <Valid {...row} /> },
      ]}
    />
  );
}

/** From when to when a text applies, and whether that is now. */
export function Valid({ effective, until, state }: Pick<RowLine, "effective" | "until" | "state">) {
  const t = useT();
  return (
    <>
      {effective <= ALWAYS ? t("law_admin.always") : <DateText on={effective} />}
      {until && (
        <>
          {" – "}
          <DateText on={until} />
        </>
      )}
      {state !== "in_force" && (
        <>
          {" "}
          <Chip tone={state === "coming" ? "wait" : "shut"}>{t(`law_admin.row_state.${state}`)}</Chip>
        </>
      )}
    </>
  );
}
