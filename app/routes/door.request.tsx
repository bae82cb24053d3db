import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adviceFor } from "#app/domain/debtors/advice.data.ts";
import { newId } from "#app/domain/ids.ts";
import { DataRequestForm } from "#app/domain/privacy/data-requests.ts";
import { doorTitle, insideDoor } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refuse, tooMany } from "#app/http/respond.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { RequestPage } from "#app/ui/door/request-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { askAboutData } from "#app/use-cases/debtors/ask-about-data.server.ts";
import { doorRequests } from "#app/use-cases/debtors/door-requests.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const { reads, headers, kase } = visit;
  const page = { title: doorTitle(reads, "request.title"), language: reads, key: newId(ctx.now) };
  const shown = await doorRequests(visit);
  return data({ ...page, shown, advice: adviceFor(kase.jurisdiction) }, { headers });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const form = await parseForm(args.request, DataRequestForm);
  if (!form.ok) return refuse(422, form.error);
  const asked = await askAboutData(visit, form.value);
  if (asked.ok) return redirect("/door/request");
  switch (asked.error.kind) {
    case "too-many":
      return tooMany(asked.error, form.values);
    case "request-waits":
    case "already-erased":
      // The page says what waits, or that nothing is left to ask about.
      return redirect("/door/request");
  }
}

export default function DoorRequest() {
  const { language, key, shown, advice } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <RequestPage shown={shown} formKey={key} answer={useActionData<typeof action>()} advice={advice} />
    </DoorShell>
  );
}
