import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parsePageKey } from "#app/domain/page-key.ts";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { PortfolioTable } from "#app/ui/portfolios/portfolio-table.tsx";
import { UploadForm } from "#app/ui/portfolios/upload-form.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { refusalWords } from "#app/use-cases/portfolios/import-report.server.ts";
import { ownPortfolios } from "#app/use-cases/portfolios/read-portfolio.server.ts";
import { UploadClaims, uploadClaims } from "#app/use-cases/portfolios/upload-claims.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "portfolio.import");
  const after = parsePageKey(new URL(args.request.url).searchParams.get("after"));
  const { rows, next } = await ownPortfolios(ctx, after);
  return {
    title: pageTitle(ctx, "portfolios.title"),
    rows,
    next: next && `/portfolios?after=${encodeURIComponent(next)}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "portfolio.import");
  const form = await parseForm(args.request, UploadClaims);
  if (!form.ok) return refuse(422, form.error);
  const done = await uploadClaims(ctx, form.value);
  if (!done.ok) {
    const { refusal, read } = done.error;
    return data({ said: refusalWords(ctx.locale, refusal), read, values: form.values }, 422);
  }
  const { value } = done;
  if (value.kind === "tried") return data({ tried: value.counts, read: value.read, values: form.values });
  const to = `/portfolios/${value.portfolioId}`;
  if (value.kind === "going-on") return goTo(ctx, to, {});
  const key = value.already ? "portfolios.already" : "portfolios.imported";
  return goTo(ctx, to, { flash: { tone: "ok", key } });
}

export default function PortfoliosRoute() {
  const { rows, next } = useLoaderData<typeof loader>();
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
        <Pagination next={next} />
        <Card title={t("portfolios.upload")} id="upload">
          <UploadForm answer={useActionData<typeof action>()} />
        </Card>
      </div>
    </>
  );
}
