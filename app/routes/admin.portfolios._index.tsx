import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PortfolioTable } from "#app/ui/portfolios/portfolio-table.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { portfolioQueue } from "#app/use-cases/portfolios/read-portfolio.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "portfolio.review");
  return { title: pageTitle(ctx, "portfolios.review"), rows: await portfolioQueue(ctx) };
}

export default function PortfolioQueueRoute() {
  const t = useT();
  return (
    <>
      <PageHeader title={t("portfolios.review")} lead={t("portfolios.review_lead")} />
      <PortfolioTable
        rows={useLoaderData<typeof loader>().rows}
        at="/admin/portfolios"
        empty={
          <EmptyState title={t("portfolios.review_clear")}>{t("portfolios.review_clear_text")}</EmptyState>
        }
      />
    </>
  );
}
