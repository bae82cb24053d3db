import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PortfolioTable } from "#app/ui/portfolios/portfolio-table.tsx";
import { UploadForm } from "#app/ui/portfolios/upload-form.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { refusalWords } from "#app/use-cases/portfolios/import-report.server.ts";
import { ownPortfolios } from "#app/use-cases/portfolios/read-portfolio.server.ts";
import { UploadClaims, uploadClaims } from "#app/use-cases/portfolios/upload-claims.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "portfolio.import");
  return { title: pageTitle(ctx, "portfolios.title"), rows: await ownPortfolios(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "portfolio.import");
  const form = await parseForm(args.request, UploadClaims);
  if (!form.ok) return refuse(422, form.error);
  const done = await uploadClaims(ctx, form.value);
  if (!done.ok) return data({ said: refusalWords(ctx.locale, done.error), values: form.values }, 422);
  if (done.value.kind === "tried") return data({ tried: done.value, values: form.values });
  const { portfolioId, already } = done.value;
  const key = already ? "portfolios.already" : "portfolios.imported";
  return goTo(ctx, `/portfolios/${portfolioId}`, { flash: { tone: "ok", key } });
}

export default function PortfoliosRoute() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={t("portfolios.title")} lead={t("portfolios.lead")} />
      <div className="stack">
        <PortfolioTable
          rows={rows}
          at="/portfolios"
          empty={<EmptyState title={t("portfolios.none")}>{t("portfolios.none_text")}</EmptyState>}
        />
        <Card title={t("portfolios.upload")}>
          <UploadForm answer={useActionData<typeof action>()} />
        </Card>
      </div>
    </>
  );
}
