import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { WriteMessage } from "#app/domain/contact/forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { writePage } from "#app/http/write-page.server.ts";
import { WritePage } from "#app/ui/contact/write-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { askMessage } from "#app/use-cases/contact/ask-message.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "contact.write");
  return writePage(ctx, args, {});
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "contact.write");
  const form = await parseForm(args.request, WriteMessage, { caseId: args.params.caseId });
  if (!form.ok) {
    await writePage(ctx, args, {});
    return refuse(422, form.error);
  }
  const asked = await askMessage(ctx, form.value);
  if (!asked.ok) {
    switch (asked.error.kind) {
      case "case-not-found":
        throw notFound();
      case "too-many":
        return tooMany(asked.error, form.values);
      case "field-needed": {
        const errors = Object.fromEntries(asked.error.fields.map((field) => [field, ["error.required"]]));
        return refuse(422, { errors, values: form.values });
      }
      case "not-engaged":
      case "template-gone":
      case "letter-incomplete":
      case "nothing-owed":
      case "no-address":
      case "channel-unverified":
      case "channel-dead":
      case "text-too-long":
      case "sms-not-set-up":
      case "no-phone":
      case "phone-unverified":
      case "phone-dead":
      case "no-postal-address":
      case "postal-unverified":
      case "postal-dead":
      case "conduct":
        return refuse(409, refusedAt("form", `refusal.${asked.error.kind}`, form.values));
    }
  }
  if (!asked.value.asked) {
    const shown = await writePage(ctx, args, form.value);
    return data({ errors: {}, values: form.values, shown }, { status: 409 });
  }
  const at = `/cases/${form.value.caseId}/contact`;
  return goTo(ctx, at, { flash: { tone: "ok", key: "contact.asked_flash" } });
}

export default function SendRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer && "shown" in answer ? answer.shown : null;
  return <WritePage view={shown ?? view} answer={answer} typed={shown && answer ? answer.values : null} />;
}
