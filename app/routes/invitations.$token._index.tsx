import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, knockOf, refuse, sessionCookie, tooMany } from "#app/http/respond.ts";
import { InvitationPage } from "#app/ui/account/invitation-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { JoinByInvitation, joinByInvitation } from "#app/use-cases/accounts/join-by-invitation.server.ts";
import { readInvitation } from "#app/use-cases/accounts/read-invitation.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const token = args.params.token ?? "";
  const invitation = await readInvitation(ctx, token);
  const title = pageTitle(ctx, invitation ? "invitation.page" : "link_over.title");
  return data({ title, invitation, here: `/invitations/${token}` }, { status: invitation ? 200 : 410 });
}

/** Opens an account for the address that was invited. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const extra = { ...knockOf(args), token: args.params.token };
  const form = await parseForm(args.request, JoinByInvitation, extra);
  if (!form.ok) return refuse(422, form.error);
  const done = await joinByInvitation(ctx, form.value);
  if (done.ok) {
    const cookies = [sessionCookie(ctx, done.value.token)];
    return goTo(ctx, "/home", { cookies, flash: { tone: "ok", key: "flash.joined" } });
  }
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error, form.values);
    case "invitation-over":
      return refuse(410, refusedAt("form", "error.link_over"));
    case "has-account":
      return refuse(409, refusedAt("form", "error.has_account"));
  }
}

export default function InvitationRoute() {
  const { invitation, here } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <InvitationPage invitation={invitation} here={here} answer={answer} />;
}
