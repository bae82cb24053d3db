import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doorHeaders, doorLanguage, doorTitle } from "#app/http/door-page.server.ts";
import { guard } from "#app/http/guard.ts";
import { knockOf } from "#app/http/respond.ts";
import { verifiedAnswer } from "#app/http/verify-answer.server.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { VerifyPage } from "#app/ui/door/verify-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

/** By the link or the square code on a letter; it answers in the letter's own language. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const { data: answer, init } = await verifiedAnswer(ctx, {
    code: args.params.code ?? "",
    address: knockOf(args).address,
  });
  const { verified } = answer;
  const language = doorLanguage(
    args.request,
    verified.kind === "genuine" ? verified.letter.language : undefined,
  );
  const headers = doorHeaders(args.request, ctx.publicUrl);
  new Headers(init?.headers).forEach((value, name) => {
    headers.set(name, value);
  });
  return data({ title: doorTitle(language, "verify.title"), language, verified }, { ...init, headers });
}

export default function VerifyLink() {
  const { language, verified } = useLoaderData<typeof loader>();
  return (
    <DoorShell language={language}>
      <VerifyPage verified={verified} />
    </DoorShell>
  );
}
