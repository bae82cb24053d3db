import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLookUps } from "#app/use-cases/accounts/read-look-ups.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const due = await readLookUps(ctx);
  if (!due) throw notFound();
  const rows = due.map((row) => {
    const place = placeOf(row.territory);
    return { ...row, place: place ? nameOf(place, ctx.locale) : row.territory };
  });
  return { title: pageTitle(ctx, "look_ups.title"), rows };
}

export default function LookUpsPage() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack">
      <PageHeader
        title={t("look_ups.title")}
        lead={t("look_ups.lead")}
        back={{ to: "/admin/licences", label: t("nav.review_licences") }}
      />
      <DataTable
        caption={t("look_ups.title")}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/admin/licences/${id}/verify`}
        empty={
          <EmptyState title={t("look_ups.empty")}>
            <p>{t("look_ups.empty_text")}</p>
          </EmptyState>
        }
        columns={[
          { key: "org", header: t("review.organization"), cell: ({ orgName }) => orgName },
          { key: "place", header: t("licence.territory"), cell: ({ place }) => place },
          { key: "number", header: t("licence.number"), cell: ({ number }) => <code>{number}</code> },
          {
            key: "age",
            header: t("look_ups.age"),
            cell: ({ days }) => t("look_ups.days", { count: days }),
          },
          {
            key: "state",
            header: t("licence.state"),
            cell: ({ lapse }) => (
              <Chip tone={lapse ? "bad" : "wait"}>{t(lapse ? "look_ups.stale" : "look_ups.due")}</Chip>
            ),
          },
        ]}
      />
    </div>
  );
}
