import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adviceFor } from "#app/domain/debtors/advice.data.ts";
import { newId } from "#app/domain/ids.ts";
import { doorTitle, insideDoor } from "#app/http/door-page.server.ts";
import { sayBy } from "#app/http/door-say.server.ts";
import { guard } from "#app/http/guard.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { PayDoorPage } from "#app/ui/door/pay-door-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { openPayPath } from "#app/use-cases/debtors/open-pay-path.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const page = {
    title: doorTitle(visit.reads, "pay.door.title"),
    language: visit.reads,
    key: newId(ctx.now),
    payPath: await openPayPath(visit),
    advice: adviceFor(visit.kase.jurisdiction),
  };
  return data(page, { headers: visit.headers });
}

/** Says that the debtor wants to pay, where no page to pay at is open. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayBy(ctx, args.request, "want_to_pay");
}

export default function DoorPay() {
  const { language, key, payPath, advice } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <PayDoorPage formKey={key} payPath={payPath} advice={advice} />
    </DoorShell>
  );
}
