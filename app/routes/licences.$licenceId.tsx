import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { latestDateIn } from "#app/domain/accounts/licence-moves.ts";
import { licenceKindsFor } from "#app/domain/accounts/licences.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { refuseFiling } from "#app/http/licence-refusals.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { territoryChoices } from "#app/http/place-choices.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { LicencePage } from "#app/ui/account/licence-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLicence } from "#app/use-cases/accounts/read-licences.server.ts";
import { ResubmitLicence, resubmitLicence } from "#app/use-cases/accounts/resubmit-licence.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.own");
  const licence = await readLicence(ctx, args.params.licenceId ?? "");
  if (!licence) throw notFound();
  const place = placeOf(licence.territory);
  const kinds = licenceKindsFor(ctx.actor.role);
  return {
    title: pageTitle(ctx, "licence.page", { number: licence.number }),
    licence,
    place: place ? nameOf(place, ctx.locale) : licence.territory,
    today: latestDateIn(licence.territory, ctx.now),
    zone: await readerZone(args),
    kinds,
    territories: licence.mayResubmit ? territoryChoices(kinds, ctx.locale) : [],
  };
}

/** Files the licence again. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "licence.submit");
  const form = await parseForm(args.request, ResubmitLicence, { licenceId: args.params.licenceId });
  if (!form.ok) return refuse(422, form.error);
  const done = await resubmitLicence(ctx, form.value);
  if (done.ok) {
    const flash = { tone: "ok", key: "flash.licence_submitted" } as const;
    return goTo(ctx, `/licences/${form.value.licenceId}`, { flash });
  }
  switch (done.error.kind) {
    case "not-allowed":
    case "no-such-licence":
      throw notFound();
    case "not-open":
      return refuse(409, refusedAt("form", "error.licence_not_open", form.values));
    default:
      return refuseFiling(done.error, form.values);
  }
}

export default function LicenceRoute() {
  const answer = useActionData<typeof action>();
  return <LicencePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
