import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { stopWords } from "#app/domain/contact/stop-words.data.ts";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { LinkOver } from "#app/ui/account/link-over.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { stopLink, stopMail } from "#app/use-cases/contact/stop-mail.server.ts";

export const meta = titleMeta;

/** Reading the page ends nothing: programs that look at every link in a mail must not. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const link = await stopLink(ctx, args.params.token ?? "");
  const language = link?.language ?? null;
  const title = language ? stopWords[language].title : pageTitle(ctx, "link_over.title");
  return data({ title, language }, { status: language ? 200 : 410 });
}

/** The button's post, and a mail program's own one (RFC 8058): signed by the link, with no session and no question. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const done = await stopMail(ctx, { token: args.params.token ?? "" });
  return data({ done: done.ok }, { status: done.ok ? 200 : 410 });
}

export default function StopPage() {
  const { language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!language) return <LinkOver>{null}</LinkOver>;
  const words = stopWords[language];
  return (
    <div lang={language}>
      {answer?.done ? (
        <FormPage title={words.done}>
          <p>{words.doneText}</p>
        </FormPage>
      ) : (
        <FormPage title={words.title} lead={words.lead}>
          <ActionForm>
            <Button tone="primary">{words.button}</Button>
          </ActionForm>
        </FormPage>
      )}
    </div>
  );
}
