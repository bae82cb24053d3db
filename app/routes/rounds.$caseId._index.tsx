import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { translator } from "#app/messages/catalogue.ts";
import { RoundPage } from "#app/ui/tenders/round-page.tsx";
import { readRound } from "#app/use-cases/tenders/read-round.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "round.read");
  const view = await readRound(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const values = { number: view.round.number, case: view.brief.code };
  return { ...view, title: translator(ctx.locale)("round.title", values) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Round() {
  return <RoundPage view={useLoaderData<typeof loader>()} />;
}
