import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { coverageView } from "#app/domain/law/coverage-view.ts";
import { guard } from "#app/http/guard.ts";
import { translator } from "#app/messages/catalogue.ts";
import { checkOf } from "#app/messages/finding.ts";
import { LawPage } from "#app/ui/law/law-page.tsx";
import { lawNoteOf } from "#app/ui/law/law-words.ts";
import { lawInForce } from "#app/use-cases/law/law-in-force.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const t = translator(ctx.locale);
  const { searchParams } = new URL(args.request.url);
  const typed = (name: string) => searchParams.get(name)?.trim() ?? "";
  const reader = { t, locale: ctx.locale, zone: "UTC" };
  return {
    view: coverageView({
      typed: { country: typed("country"), force: typed("force"), status: typed("status"), q: typed("q") },
      ...(await lawInForce(ctx)),
      say: (check, rule) => checkOf({ check, rule }, reader),
      tell: ({ id }) => lawNoteOf(t, id),
    }),
    title: t("app.title", { page: t("lawpage.title") }),
    description: t("lawpage.lead"),
  };
}

/** Hundreds of rows to read, and a form that needs no script. */
export const handle = { still: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function Law() {
  return <LawPage view={useLoaderData<typeof loader>().view} />;
}
