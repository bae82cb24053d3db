import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { typedAmount } from "#app/domain/cases/amount.ts";
import { branches, leavesOf } from "#app/domain/market/fields.ts";
import { type Practice, practiceCurrencies } from "#app/domain/market/practice.ts";
import { KeepPractice } from "#app/domain/market/practice-form.ts";
import { nameOf, placeOf, placesIn, sortedFor } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import type { Locale } from "#app/messages/locale.ts";
import { PracticePage } from "#app/ui/tenders/practice-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { keepPractice } from "#app/use-cases/market/keep-practice.server.ts";
import { readPractice } from "#app/use-cases/market/read-practice.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "practice.read");
  const view = await readPractice(ctx);
  if (!view) throw notFound();
  const { practice, territories, ...counted } = view;
  return {
    title: pageTitle(ctx, "practice.title"),
    ...counted,
    set: practice !== null,
    mayKeep: ctx.actor.member !== "member",
    values: practice ? typed(practice) : { places: [view.seat] },
    places: territories.flatMap((code) => placeGroups(code, ctx.locale)),
    fields: branches.map((branch) => ({
      code: branch.code,
      name: branch[ctx.locale],
      fields: leavesOf(branch.code).map((field) => ({ code: field.code, name: field[ctx.locale] })),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "practice.keep");
  const form = await parseForm(args.request, KeepPractice);
  if (!form.ok) return refuse(422, form.error);
  const done = await keepPractice(ctx, form.value);
  if (!done.ok) throw notFound();
  return goTo(ctx, "/practice", { flash: { tone: "ok", key: "flash.practice_kept" } });
}

/** The places of a territory: itself or its provinces, each with its cities. */
function placeGroups(territory: string, locale: Locale) {
  const whole = placeOf(territory);
  if (!whole) return [];
  const open = (code: string) => sortedFor(placesIn(code), locale).filter(({ refusal }) => refusal === null);
  const provinces = whole.level === "country" ? open(whole.code) : [whole];
  return provinces.map((province) => ({
    code: province.code,
    name: nameOf(province, locale),
    cities: open(province.code).map((city) => ({ code: city.code, name: nameOf(city, locale) })),
  }));
}

/** A profile as its form's fields hold it. */
function typed({ amounts, leastDays, mostDays, ...lists }: Practice): Record<string, string | string[]> {
  const bound = (name: "least" | "most") =>
    practiceCurrencies.flatMap((currency) => {
      const amount = amounts[currency]?.[name];
      return amount === null || amount === undefined
        ? []
        : [[`${name}.${currency}`, typedAmount(amount, currency)]];
    });
  const ticked = (["takesDisputed", "takesLots", "remote", "paused"] as const).filter((name) => lists[name]);
  const { places, fields, claimKinds, debtorKinds, feeModels, languages } = lists;
  return {
    ...{ places, fields, claimKinds, debtorKinds, feeModels, languages },
    ...Object.fromEntries([...bound("least"), ...bound("most")]),
    ...(leastDays === null ? {} : { leastDays: String(leastDays) }),
    ...(mostDays === null ? {} : { mostDays: String(mostDays) }),
    ...Object.fromEntries(ticked.map((name) => [name, "yes"])),
  };
}

export default function PracticeProfile() {
  return <PracticePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
