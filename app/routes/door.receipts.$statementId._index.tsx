import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adviceFor } from "#app/domain/debtors/advice.data.ts";
import { newId } from "#app/domain/ids.ts";
import { doorTitle, insideDoor } from "#app/http/door-page.server.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { ReceiptPage } from "#app/ui/door/receipt-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { doorReceipt } from "#app/use-cases/debtors/receipt.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request, { receipts: true });
  const { reads, headers, onlyReceipts, kase } = visit;
  const receipt = await doorReceipt(visit, args.params.statementId ?? "");
  if (!receipt) throw notFound();
  const advice = adviceFor(kase.jurisdiction);
  const page = {
    ...{ title: doorTitle(reads, "receipt.title"), language: reads },
    ...{ receipt, key: newId(ctx.now), onlyReceipts, advice },
  };
  return data(page, { headers });
}

export default function DoorReceipt() {
  const { language, receipt, key, onlyReceipts, advice } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <ReceiptPage receipt={receipt} formKey={key} onlyReceipts={onlyReceipts} advice={advice} />
    </DoorShell>
  );
}
