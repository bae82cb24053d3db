import type { ActionFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ChangePrice, changePrice } from "#app/use-cases/tenders/change-price.server.ts";

const flashes = {
  paused: "prices.paused_flash",
  standing: "prices.resumed_flash",
  ended: "prices.ended_flash",
} as const;

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "price.publish");
  const form = await parseForm(args.request, ChangePrice, { priceId: args.params.priceId });
  if (!form.ok && form.error.errors.priceId) throw notFound();
  if (!form.ok) return refuse(422, form.error);

  const changed = await changePrice(ctx, form.value);
  if (!changed.ok) throw notFound();
  return goTo(ctx, "/prices", { flash: { tone: "ok", key: flashes[form.value.to] } });
}
