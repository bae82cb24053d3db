import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doorTitle, insideDoor } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { PaymentsPage } from "#app/ui/door/payments-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { doorPayments } from "#app/use-cases/debtors/door-payments.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const { reads, headers } = visit;
  const paid = await doorPayments(visit);
  return data({ title: doorTitle(reads, "paid.title"), language: reads, paid }, { headers });
}

export default function DoorPayments() {
  const { language, paid } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <PaymentsPage paid={paid} />
    </DoorShell>
  );
}
