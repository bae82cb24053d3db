import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doorTitle, insideDoor } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { DataPage } from "#app/ui/door/data-page.tsx";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { exportAtDoor } from "#app/use-cases/debtors/export-subject.server.ts";
import { exportText } from "#app/use-cases/debtors/export-text.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const { reads, headers } = visit;
  const found = await exportAtDoor(visit);
  const page = { title: doorTitle(reads, "data.title"), language: reads };
  if (found.ok) return data({ ...page, shown: exportText(found.value, reads) }, { headers });
  headers.set("retry-after", String(found.error.retryAfterSeconds));
  return data({ ...page, shown: null }, { headers, status: 429 });
}

export default function DoorData() {
  const { language, shown } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <DataPage shown={shown} />
    </DoorShell>
  );
}
