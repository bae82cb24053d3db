import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { byUrgency } from "#app/domain/accounts/needs.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { needLines } from "#app/http/need-lines.server.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { HomePage } from "#app/ui/account/home-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readHome } from "#app/use-cases/accounts/read-home.server.ts";
import { caseNeeds } from "#app/use-cases/cases/case-needs.server.ts";
import { soonestDates } from "#app/use-cases/cases/soonest-dates.server.ts";
import { messageNeeds } from "#app/use-cases/conversation/message-needs.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.home");
  const home = await readHome(ctx);
  if (!home) throw notFound();
  const zone = await readerZone(args);
  return {
    title: pageTitle(ctx, "nav.home"),
    role: ctx.actor.role,
    zone,
    now: ctx.now.toISOString(),
    dates: await soonestDates(ctx),
    needs: needLines(
      byUrgency([...home.needs, ...(await caseNeeds(ctx)), ...(await messageNeeds(ctx))]),
      ctx,
    ),
    ...{ name: home.name, onboarding: home.onboarding, invitations: home.invitations, notices: home.notices },
  };
}

export default function HomeRoute() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
