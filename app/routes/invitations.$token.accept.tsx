import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, sessionHash } from "#app/http/respond.ts";
import { AcceptInvitation, acceptInvitation } from "#app/use-cases/accounts/accept-invitation.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "account.own");
  throw redirect(`/invitations/${encodeURIComponent(args.params.token ?? "")}`);
}

/** By the link's token, or from the home page by the invitation's id. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const { token = "" } = args.params;
  const key = isId(token) ? { invitationId: token } : { token };
  const form = await parseForm(args.request, AcceptInvitation, { ...key, session: sessionHash(args) });
  if (!form.ok) throw notFound();
  const done = await acceptInvitation(ctx, form.value);
  if (done.ok) return goTo(ctx, "/home", { flash: { tone: "ok", key: "flash.joined" } });
  switch (done.error.kind) {
    case "not-allowed":
    case "invitation-over":
      throw notFound();
    case "for-another":
      return goTo(ctx, `/invitations/${token}`, { flash: { tone: "bad", key: "flash.for_another" } });
  }
}
