import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { MakeBatch } from "#app/domain/contact/letter-batch.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { makeBatch } from "#app/use-cases/contact/make-batch.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "letter.print");
  return redirect("/letters");
}

/** Takes the letters that wait into a batch to be printed. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "letter.print");
  const form = await parseForm(args.request, MakeBatch);
  if (!form.ok) return refuse(422, form.error);
  const made = await makeBatch(ctx, form.value);
  if (made.ok) return goTo(ctx, `/letters/${made.value.batchId}`, {});
  switch (made.error.kind) {
    case "not-allowed":
      throw notFound();
    case "nothing-to-print":
      return goTo(ctx, "/letters", { flash: { tone: "info", key: "refusal.nothing-to-print" } });
  }
}
