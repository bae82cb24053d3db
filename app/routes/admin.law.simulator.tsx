import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { packs } from "#app/domain/law/packs.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { askedSimulation, nextActs } from "#app/http/simulation-question.ts";
import { SimulatorPage } from "#app/ui/law/simulator-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { simulateLaw, simulationChoices } from "#app/use-cases/law/simulate-law.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const { packId, answer, question } = askedSimulation(args.request, ctx.now.toISOString().slice(0, 10));
  const [choices, found] = await Promise.all([
    simulationChoices(ctx, packId),
    question ? simulateLaw(ctx, question) : null,
  ]);
  if (!choices) throw notFound();
  const isNoVersion = question !== null && found === null;
  return {
    title: pageTitle(ctx, "law_admin.simulator"),
    answer: isNoVersion ? { ...answer, errors: { version: ["error.choose"] } } : answer,
    packs: packs.map(({ id }) => ({ id })),
    ...choices,
    found,
    next: nextActs(args.request, found?.next ?? null),
  };
}

export default function SimulatorRoute() {
  return <SimulatorPage {...useLoaderData<typeof loader>()} />;
}
