import type { ActionFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { MendWork, mendWork } from "#app/use-cases/payments/mend-work.server.ts";

/** Sends work that was given up round again, or ends it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "provider.mend");
  const form = await parseForm(args.request, MendWork);
  if (!form.ok) return refuse(422, form.error);
  const mended = await mendWork(ctx, form.value);
  if (mended.ok)
    return goTo(ctx, "/admin/provider", { flash: { tone: "ok", key: `flash.provider_${form.value.act}` } });
  switch (mended.error.kind) {
    case "not-found":
    case "not-dead":
      return goTo(ctx, "/admin/provider", { flash: { tone: "bad", key: "error.not_dead" } });
  }
}
