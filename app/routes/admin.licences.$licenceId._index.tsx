import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { latestDateIn } from "#app/domain/accounts/licence-moves.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { LicenceReview } from "#app/ui/account/licence-review.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLicenceUnderReview } from "#app/use-cases/accounts/read-licence-queue.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const found = await readLicenceUnderReview(ctx, args.params.licenceId ?? "");
  if (!found) throw notFound();
  const place = placeOf(found.licence.territory);
  return {
    title: pageTitle(ctx, "licence.page", { number: found.licence.number }),
    ...found,
    place: place ? nameOf(place, ctx.locale) : found.licence.territory,
    today: latestDateIn(found.licence.territory, ctx.now),
  };
}

export default function LicenceReviewRoute() {
  return <LicenceReview {...useLoaderData<typeof loader>()} />;
}
