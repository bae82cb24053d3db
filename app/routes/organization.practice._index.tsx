import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { PracticePage } from "#app/ui/account/practice-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readPractice } from "#app/use-cases/accounts/read-practice.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.own");
  const practice = await readPractice(ctx);
  if (!practice) throw notFound();
  const named = practice.licences.map(({ territory, ...licence }) => {
    const place = placeOf(territory);
    return { ...licence, territory: place ? nameOf(place, ctx.locale) : territory };
  });
  return {
    title: pageTitle(ctx, "office.title"),
    practice: { ...practice, licences: named },
    today: ctx.now.toISOString().slice(0, 10),
  };
}

export default function PracticeRoute() {
  return <PracticePage {...useLoaderData<typeof loader>()} />;
}
