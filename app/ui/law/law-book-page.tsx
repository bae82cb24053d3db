import type { CoverageStatus } from "#app/domain/law/coverage-statuses.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type ChangeLine, ChangeTable } from "./change-table.tsx";
import { seriesName, wordOr } from "./law-words.ts";
import { SignatureChip, type SignatureFacts, SignatureText } from "./signature.tsx";

export type PackLine = SignatureFacts & {
  id: string;
  version: string;
  rows: number;
  coverage: Record<CoverageStatus, number>;
};

export type SeriesLine = {
  id: string;
  kind: "points" | "holidays" | "fees";
  packId: string | null;
  coverageEnd: string | null;
  today: string;
  state: "fine" | "ends_soon" | "ended" | "empty" | "open_ended";
};

type LawBookPageProps = { packs: PackLine[]; series: SeriesLine[]; proposals: ChangeLine[]; waiting: number };

/** The law that every decision is taken by: what it consists of, what of it runs out, and what waits for a second pair of eyes. */
export function LawBookPage({ packs, series, proposals, waiting }: LawBookPageProps) {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader
        title={t("law_admin.title")}
        lead={t("law_admin.lead")}
        action={<LinkButton to="/admin/law/simulator">{t("law_admin.simulator")}</LinkButton>}
      />
      <Card
        title={t("law_admin.waiting", { count: waiting })}
        aside={
          <LinkButton to="/admin/law/changes" small>
            {t("law_admin.all_changes")}
          </LinkButton>
        }
        flush={proposals.length > 0}
      >
        <ChangeTable
          changes={proposals}
          caption={t("law_admin.waiting_caption")}
          empty={<p>{t("law_admin.nothing_waits")}</p>}
        />
      </Card>
      <Card title={t("law_admin.packs")} flush>
        <PackTable packs={packs} />
      </Card>
      <Card title={t("law_admin.series")} flush>
        <SeriesTable series={series} />
      </Card>
    </div>
  );
}

function PackTable({ packs }: { packs: PackLine[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("law_admin.packs")}
      rows={packs}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/admin/law/packs/${id}`}
      empty={<EmptyState title={t("law_admin.packs")} />}
      columns={[
        { key: "pack", header: t("law_admin.pack"), cell: ({ id }) => wordOr(t, `law.pack.${id}`, id) },
        { key: "version", header: t("law_admin.version"), cell: ({ version }) => <code>{version}</code> },
        {
          key: "coverage",
          header: t("law_admin.coverage"),
          cell: ({ coverage }) => t("law_admin.coverage_counts", coverage),
        },
        {
          key: "state",
          header: t("law_admin.signature"),
          cell: ({ state }) => <SignatureChip state={state} />,
        },
        { key: "review", header: t("law_admin.signed"), cell: (pack) => <SignatureText {...pack} /> },
      ]}
    />
  );
}

const tones: Record<SeriesLine["state"], ChipTone> = {
  fine: "ok",
  ends_soon: "wait",
  ended: "bad",
  empty: "shut",
  open_ended: "info",
};

/** The last verified day of a series, and how far off it is. */
export function VerifiedTo({
  coverageEnd,
  state,
  today,
}: Pick<SeriesLine, "coverageEnd" | "state" | "today">) {
  const t = useT();
  if (coverageEnd) return <DateText on={coverageEnd} today={today} />;
  return <>{t(state === "empty" ? "law_admin.nothing_verified" : "law_admin.no_end")}</>;
}

export function SeriesChip({ state }: Pick<SeriesLine, "state">) {
  const t = useT();
  return <Chip tone={tones[state]}>{t(`law_admin.series_state.${state}`)}</Chip>;
}

function SeriesTable({ series }: { series: SeriesLine[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("law_admin.series")}
      rows={series}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/admin/law/series/${id}`}
      empty={<EmptyState title={t("law_admin.series")} />}
      columns={[
        { key: "name", header: t("law_admin.series_name"), cell: ({ id }) => seriesName(t, id) },
        { key: "kind", header: t("law_admin.kind"), cell: ({ kind }) => t(`law_admin.series_kind.${kind}`) },
        {
          key: "end",
          header: t("law_admin.verified_to"),
          cell: (line) => <VerifiedTo {...line} />,
        },
        { key: "state", header: t("law_admin.status"), cell: ({ state }) => <SeriesChip state={state} /> },
        { key: "id", header: t("law_admin.id"), cell: ({ id }) => <code>{id}</code>, wideOnly: true },
      ]}
    />
  );
}
