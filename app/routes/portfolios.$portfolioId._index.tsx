import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { partsAsked } from "#app/http/parts-asked.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { LotForms } from "#app/ui/portfolios/lot-forms.tsx";
import { PortfolioContents } from "#app/ui/portfolios/portfolio-contents.tsx";
import { PortfolioChip } from "#app/ui/portfolios/portfolio-table.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ChangePortfolio, changePortfolio } from "#app/use-cases/portfolios/change-portfolio.server.ts";
import { readPortfolio } from "#app/use-cases/portfolios/read-portfolio.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "portfolio.read");
  const portfolio = await readPortfolio(ctx, args.params.portfolioId ?? "", partsAsked(args.request));
  if (!portfolio) throw notFound();
  const creditor = ctx.actor.role === "creditor";
  return { portfolio, creditor, title: pageTitle(ctx, "portfolios.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "portfolio.edit");
  const { portfolioId } = args.params;
  const form = await parseForm(args.request, ChangePortfolio, { portfolioId });
  if (!form.ok) return refuse(422, form.error);
  const done = await changePortfolio(ctx, form.value);
  const key = form.value.intent === "submit" ? "portfolios.submitted" : "portfolios.lots_done";
  if (done.ok) return goTo(ctx, `/portfolios/${portfolioId}`, { flash: { tone: "ok", key } });
  switch (done.error.kind) {
    case "portfolio-not-found":
    case "lot-not-found":
      throw notFound();
    case "not-editable":
      return refuse(409, refusedAt("form", "error.portfolio_not_editable", form.values));
    case "lots-differ":
      return refuse(422, refusedAt("lotIds", "error.lots_differ", form.values));
    case "no-lots":
      return refuse(409, refusedAt("form", "error.no_lots", form.values));
  }
}

export default function PortfolioRoute() {
  const { portfolio, creditor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={portfolio.code}
        facts={[portfolio.fileName]}
        status={<PortfolioChip status={portfolio.status} />}
        back={{ to: creditor ? "/portfolios" : "/admin/portfolios", label: t("portfolios.title") }}
      />
      <div className="stack">
        <PortfolioContents portfolio={portfolio} at={`/portfolios/${portfolio.id}`} creditor={creditor}>
          {creditor && portfolio.editable && <LotForms lots={portfolio.lots.rows} answer={answer} />}
        </PortfolioContents>
      </div>
    </>
  );
}
