import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beforeDoor, visitOpened } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { knockOf, refuse } from "#app/http/respond.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { EnterPage } from "#app/ui/door/enter-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { EnterDoor, enterDoor } from "#app/use-cases/debtors/enter-door.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return beforeDoor(ctx, args.request, "door.title");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const form = await parseForm(args.request, EnterDoor, { address: knockOf(args).address });
  if (!form.ok) return refuse(422, form.error);
  const entered = await enterDoor(ctx, form.value);
  if (entered.ok) {
    const headers = { "set-cookie": visitOpened(ctx, entered.value.token), "cache-control": "no-store" };
    return redirect("/door/claim", { headers });
  }
  const { values } = form;
  switch (entered.error.kind) {
    case "no-entry":
      return data({ errors: {}, values, refused: "no_entry" as const }, { status: 403 });
    case "too-many": {
      const headers = { "retry-after": String(entered.error.retryAfterSeconds) };
      return data({ errors: {}, values, refused: "too_many" as const }, { status: 429, headers });
    }
  }
}

export default function DoorRoute() {
  const { language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : null;
  return (
    <DoorShell language={language}>
      <EnterPage code={null} refused={refused} answer={answer} />
    </DoorShell>
  );
}
