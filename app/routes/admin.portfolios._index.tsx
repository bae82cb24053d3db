import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parsePageKey } from "#app/domain/page-key.ts";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { PortfolioTable } from "#app/ui/portfolios/portfolio-table.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { portfolioQueue } from "#app/use-cases/portfolios/read-portfolio.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "portfolio.review");
  const after = parsePageKey(new URL(args.request.url).searchParams.get("after"));
  const { rows, next } = await portfolioQueue(ctx, after);
  return {
    title: pageTitle(ctx, "portfolios.review"),
    rows,
    next: next && `/admin/portfolios?after=${encodeURIComponent(next)}`,
  };
}

export default function PortfolioQueueRoute() {
  const { rows, next } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={t("portfolios.review")} lead={t("portfolios.review_lead")} />
      <PortfolioTable
        rows={rows}
        at="/admin/portfolios"
        empty={
          <EmptyState title={t("portfolios.review_clear")}>{t("portfolios.review_clear_text")}</EmptyState>
        }
      />
      <Pagination next={next} />
    </>
  );
}
