import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doorTitle, insideDoor } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { ReceiptsPage } from "#app/ui/door/receipts-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { doorReceipts } from "#app/use-cases/debtors/receipt.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

/** What was handed in: all that whoever said "it isn't me" still sees. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request, { receipts: true });
  const { reads, headers } = visit;
  const said = await doorReceipts(visit);
  return data({ title: doorTitle(reads, "claim.said.title"), language: reads, said }, { headers });
}

export default function DoorReceipts() {
  const { language, said } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <ReceiptsPage said={said} />
    </DoorShell>
  );
}
