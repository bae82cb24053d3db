import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { goTo } from "#app/http/respond.ts";
import { onboardingLink } from "#app/use-cases/payments/onboarding-link.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "payment.account");
  return redirect("/payments");
}

/** Leads to the provider's own onboarding; the way there is good once, so it is made when it is asked for. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "payment.setUp");
  const link = await onboardingLink(ctx);
  if (link.ok) return redirect(link.value);
  switch (link.error.kind) {
    case "not-allowed":
      throw notFound();
    case "not-made-yet":
      return goTo(ctx, "/payments", { flash: { tone: "bad", key: "error.provider_not_yet" } });
    case "no-answer":
      return goTo(ctx, "/payments", { flash: { tone: "bad", key: "error.provider_silent" } });
  }
}
