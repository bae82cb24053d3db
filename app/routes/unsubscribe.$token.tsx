import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { LinkOver } from "#app/ui/account/link-over.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { canUnsubscribe, unsubscribe } from "#app/use-cases/notices/unsubscribe.server.ts";

export const meta = titleMeta;

/** Reading the page ends nothing: programs that look at every link in a mail must not. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const good = await canUnsubscribe(ctx, args.params.token ?? "");
  const title = pageTitle(ctx, good ? "unsubscribe.title" : "link_over.title");
  return data({ title, good }, { status: good ? 200 : 410 });
}

/** The button's post, and a mail program's own one (RFC 8058): signed by the link, with no session and no question. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const done = await unsubscribe(ctx, { token: args.params.token ?? "" });
  return data({ done: done.ok }, { status: done.ok ? 200 : 410 });
}

export default function UnsubscribePage() {
  const { good } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const settings = <LinkButton to="/inbox/settings">{t("settings.title")}</LinkButton>;
  if (!good) return <LinkOver>{settings}</LinkOver>;
  if (answer?.done) {
    return (
      <FormPage title={t("unsubscribe.done")} lead={t("unsubscribe.done_text")}>
        {settings}
      </FormPage>
    );
  }
  return (
    <FormPage title={t("unsubscribe.title")} lead={t("unsubscribe.lead")}>
      <ActionForm>
        <Button tone="primary">{t("unsubscribe.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
