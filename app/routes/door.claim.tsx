import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doorTitle, insideDoor } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { ClaimPage } from "#app/ui/door/claim-page.tsx";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { doorClaim } from "#app/use-cases/debtors/claim-view.server.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const { reads, headers } = visit;
  const claim = await doorClaim(visit);
  return data({ title: doorTitle(reads, "door.title"), language: reads, claim }, { headers });
}

export default function DoorClaim() {
  const { language, claim } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <ClaimPage claim={claim} />
    </DoorShell>
  );
}
