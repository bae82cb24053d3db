import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parsePageKey } from "#app/domain/page-key.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { LicenceChip } from "#app/ui/account/licence-chip.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLicenceQueue } from "#app/use-cases/accounts/read-licence-queue.server.ts";

export const meta = titleMeta;

const tabs = ["submitted", "returned", "verified", "suspended", "refused"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const query = new URL(args.request.url).searchParams;
  const status = tabs.find((each) => each === query.get("status")) ?? "submitted";
  const queue = await readLicenceQueue(ctx, { status, after: parsePageKey(query.get("after")) });
  if (!queue) throw notFound();
  const rows = queue.rows.map((row) => {
    const place = placeOf(row.territory);
    return { ...row, place: place ? nameOf(place, ctx.locale) : row.territory };
  });
  return { title: pageTitle(ctx, "nav.review_licences"), ...queue, rows, status };
}

export default function LicenceQueuePage() {
  const { rows, next, counts, status } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack">
      <PageHeader
        title={t("nav.review_licences")}
        lead={t("review.lead")}
        action={
          <div className="acts">
            <LinkButton to="/admin/look-ups">{t("look_ups.title")}</LinkButton>
            <LinkButton to="/admin/insurances">{t("insurance.review")}</LinkButton>
          </div>
        }
      />
      <Tabs
        label={t("review.tabs")}
        tabs={tabs.map((each) => ({
          to: `/admin/licences?status=${each}`,
          label: t(`licence.state.${each}`),
          count: counts[each] ?? 0,
          current: each === status,
        }))}
      />
      <DataTable
        caption={t("nav.review_licences")}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/admin/licences/${id}`}
        empty={
          <EmptyState title={t(status === "submitted" ? "review.empty" : "review.empty_other")}>
            <p>{t("review.empty_text")}</p>
          </EmptyState>
        }
        columns={[
          { key: "org", header: t("review.organization"), cell: ({ orgName }) => orgName },
          {
            key: "role",
            header: t("organization.role"),
            cell: ({ orgKind }) => t(orgKind === "platform" ? "role.admin" : `role.${orgKind}`),
          },
          { key: "place", header: t("licence.territory"), cell: ({ place }) => place },
          { key: "number", header: t("licence.number"), cell: ({ number }) => <code>{number}</code> },
          { key: "state", header: t("licence.state"), cell: ({ state }) => <LicenceChip state={state} /> },
          {
            key: "age",
            header: t("review.age"),
            align: "end",
            cell: ({ waitingDays }) => t("review.days", { count: waitingDays }),
          },
        ]}
      />
      <Pagination next={next && `/admin/licences?status=${status}&after=${encodeURIComponent(next)}`} />
    </div>
  );
}
