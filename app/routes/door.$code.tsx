import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doorHeaders, doorLanguage, doorTitle } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { EnterPage } from "#app/ui/door/enter-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

/** A letter's link fills the code in, whatever it is: that it opens anything is said only together with the fact. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const language = doorLanguage(args.request);
  const code = (args.params.code ?? "").slice(0, 60);
  const headers = doorHeaders(args.request, ctx.publicUrl);
  return data({ title: doorTitle(language, "door.title"), language, code }, { headers });
}

export default function DoorLink() {
  const { language, code } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <EnterPage code={code} refused={null} answer={null} />
    </DoorShell>
  );
}
