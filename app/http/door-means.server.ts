import { type ClaimCurrency, isClaimCurrency, parseAmount, typedAmount } from "#app/domain/cases/amount.ts";
import { affordable } from "#app/domain/debtors/affordable.ts";
import { Means } from "#app/domain/debtors/means.ts";
import { proposalOf } from "#app/domain/debtors/proposal.ts";
import { statementForms } from "#app/domain/debtors/statements.ts";
import { err, ok } from "#app/domain/result.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { doorOwed } from "#app/use-cases/debtors/claim-view.server.ts";
import { insideDoor } from "./door-page.server.ts";
import { saidBy } from "./door-say.server.ts";
import { type FormRefusal, parseForm, refusedAt } from "./parse-form.ts";
import { refuse } from "./respond.ts";

/** Time to agree and to set the first payment up. */
const leadDays = 14;

const currencyIn = (currency: string): ClaimCurrency => {
  if (!isClaimCurrency(currency)) throw new Error(`A claim in ${currency}`);
  return currency;
};

/** Nothing at all is an amount too, for somebody without an income. */
const sumIn = (typed: string, currency: ClaimCurrency) =>
  /^0+([.,]0*)?$/.test(typed) ? ok(0) : parseAmount(typed, currency);

/** What the answers come to; they are looked at and forgotten. */
export async function reckonMeans(ctx: Ctx, request: Request) {
  const visit = await insideDoor(ctx, request);
  const currency = currencyIn(visit.kase.answers.claim.currency);
  const form = await parseForm(request, Means);
  if (!form.ok) return err(form.error);
  const sums = { income: sumIn(form.value.income, currency), spending: sumIn(form.value.spending, currency) };
  const wrong = (["income", "spending"] as const).filter((name) => !sums[name].ok);
  if (!sums.income.ok || !sums.spending.ok)
    return err<FormRefusal>({
      errors: Object.fromEntries(wrong.map((name) => [name, ["error.amount"]])),
      values: form.values,
    });
  const { owed, zone } = await doorOwed(visit);
  const firstOn = addDays(dateIn(zone, ctx.now), leadDays);
  const possible = affordable({ income: sums.income.value, spending: sums.spending.value, owed });
  return ok({
    possible,
    monthly: possible ? typedAmount(possible.monthly, currency) : "",
    proposal: possible && proposalOf({ owed, monthly: possible.monthly, firstOn }),
    firstOn,
  });
}

/** Takes a proposal to pay in parts. */
export async function proposeBy(ctx: Ctx, request: Request) {
  const visit = await insideDoor(ctx, request);
  const form = await parseForm(request, statementForms.parts);
  if (!form.ok) return refuse(422, form.error);
  const { key, firstOn } = form.value;
  const monthly = parseAmount(form.value.monthly, currencyIn(visit.kase.answers.claim.currency));
  if (!monthly.ok) return refuse(422, refusedAt("monthly", "error.amount", form.values));
  const { owed, zone } = await doorOwed(visit);
  if (firstOn < dateIn(zone, ctx.now))
    return refuse(422, refusedAt("firstOn", "error.date_past", form.values));
  const proposal = proposalOf({ owed, monthly: monthly.value, firstOn });
  if (!proposal) return refuse(422, refusedAt("monthly", "error.amount", form.values));
  return saidBy(visit, { kind: "parts", key, proposal }, form.values);
}
