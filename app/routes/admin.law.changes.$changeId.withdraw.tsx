import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { WithdrawLawChange, withdrawLawChange } from "#app/use-cases/law/withdraw-law-change.server.ts";

const pageOf = (changeId: string | undefined) => `/admin/law/changes/${encodeURIComponent(changeId ?? "")}`;

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "law.propose");
  throw redirect(pageOf(args.params.changeId));
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const form = await parseForm(args.request, WithdrawLawChange, { changeId: args.params.changeId });
  if (!form.ok) throw notFound();
  const done = await withdrawLawChange(ctx, form.value);
  const back = pageOf(form.value.changeId);
  if (done.ok) return goTo(ctx, back, { flash: { tone: "ok", key: "flash.law_withdrawn" } });
  switch (done.error.kind) {
    case "not-allowed":
    case "no-such-change":
      throw notFound();
    case "decided":
      return goTo(ctx, back, { flash: { tone: "bad", key: "error.law.decided" } });
    case "own-proposal":
    case "not-yours":
      return goTo(ctx, back, { flash: { tone: "bad", key: "error.law.not_yours" } });
  }
}
