import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { standingPriceForm } from "#app/domain/tenders/standing-price.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { type FormRefusal, parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { NewPricePage } from "#app/ui/tenders/new-price-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { ownPrices } from "#app/use-cases/tenders/own-prices.server.ts";
import { type PublishRefusal, publishPrice } from "#app/use-cases/tenders/publish-price.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "price.publish");
  const own = await ownPrices(ctx);
  if (!own) throw notFound();
  const tomorrow = addDays(dateIn("UTC", ctx.now), 1);
  return { places: own.places, tomorrow, title: pageTitle(ctx, "price.new_title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "price.publish");
  const form = await parseForm(args.request, standingPriceForm);
  if (!form.ok) return data({ ...form.error, place: null, findings: [] }, 422);

  const published = await publishPrice(ctx, form.value);
  if (published.ok) return goTo(ctx, "/prices", { flash: { tone: "ok", key: "prices.published_flash" } });
  return refused(ctx, published.error, form.values);
}

function refused(ctx: Ctx, error: PublishRefusal, values: FormRefusal["values"]) {
  switch (error.kind) {
    case "not-allowed":
      throw notFound();
    case "until-out-of-range":
      return data({ ...refusedAt("until", "error.until", values), place: null, findings: [] }, 422);
    case "not-capable": {
      const place = { name: localPlace(error.place, ctx).name, key: error.kind, rule: "" };
      const { findings } = error.decision;
      return data({ ...refusedAt("places", "tender.refusal.not-capable", values), place, findings }, 422);
    }
    case "over-cap": {
      const place = { name: localPlace(error.place, ctx).name, key: error.kind, rule: error.rule };
      return data({ ...refusedAt("places", "tender.refusal.over-cap", values), place, findings: [] }, 422);
    }
  }
}

export default function NewPrice() {
  return <NewPricePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
