import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { partsAsked } from "#app/http/parts-asked.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PortfolioContents } from "#app/ui/portfolios/portfolio-contents.tsx";
import { PortfolioChip } from "#app/ui/portfolios/portfolio-table.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { DecidePortfolio, decidePortfolio } from "#app/use-cases/portfolios/decide-portfolio.server.ts";
import { readPortfolio } from "#app/use-cases/portfolios/read-portfolio.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "portfolio.review");
  const portfolio = await readPortfolio(ctx, args.params.portfolioId ?? "", partsAsked(args.request));
  if (!portfolio) throw notFound();
  return { portfolio, title: pageTitle(ctx, "portfolios.review") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "portfolio.review");
  const form = await parseForm(args.request, DecidePortfolio, { portfolioId: args.params.portfolioId });
  if (!form.ok) return refuse(422, form.error);
  const decided = await decidePortfolio(ctx, form.value);
  if (decided.ok) return goTo(ctx, "/admin/portfolios", { flash: { tone: "ok", key: "portfolios.decided" } });
  if (decided.error.kind === "portfolio-not-found") throw notFound();
  return refuse(409, refusedAt("form", "error.not_waiting", form.values));
}

export default function ReviewPortfolioRoute() {
  const { portfolio } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={portfolio.code}
        facts={[portfolio.fileName]}
        status={<PortfolioChip status={portfolio.status} />}
        back={{ to: "/admin/portfolios", label: t("portfolios.review") }}
      />
      <div className="stack">
        <PortfolioContents portfolio={portfolio} at={`/admin/portfolios/${portfolio.id}`} />
        {portfolio.waiting && (
          <Card title={t("portfolios.verdict")}>
            <ActionForm answer={answer} className="form">
              <RadioCards
                name="verdict"
                label={t("portfolios.verdict_question")}
                choices={(["approve", "return", "refuse"] as const).map((value) => ({
                  value,
                  label: t(`portfolios.verdict.${value}`),
                }))}
              />
              <TextArea
                name="note"
                label={t("portfolios.verdict_note")}
                hint={t("portfolios.verdict_hint")}
                maxLength={2_000}
                optional
              />
              <Button tone="primary">{t("portfolios.decide")}</Button>
            </ActionForm>
          </Card>
        )}
      </div>
    </>
  );
}
