import type { ActionFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { TakeBackDecline, takeBackDecline } from "#app/use-cases/tenders/take-back-decline.server.ts";

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const form = await parseForm(args.request, TakeBackDecline, { caseId: args.params.caseId });
  if (!form.ok) throw notFound();

  const { caseId } = form.value;
  const taken = await takeBackDecline(ctx, { caseId });
  if (taken.ok)
    return goTo(ctx, `/rounds/${caseId}`, { flash: { tone: "ok", key: "round.taken_back_flash" } });
  switch (taken.error.kind) {
    case "round-not-found":
      throw notFound();
    case "round-closed":
      return goTo(ctx, `/rounds/${caseId}`, { flash: { tone: "bad", key: "tender.refusal.round-closed" } });
  }
}
