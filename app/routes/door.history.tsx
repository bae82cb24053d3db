import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doorTitle, insideDoor } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { HistoryPage } from "#app/ui/door/history-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { doorHistory } from "#app/use-cases/debtors/door-history.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const { reads, headers } = visit;
  const acts = await doorHistory(visit);
  return data({ title: doorTitle(reads, "past.title"), language: reads, acts }, { headers });
}

export default function DoorHistory() {
  const { language, acts } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <HistoryPage acts={acts} />
    </DoorShell>
  );
}
