import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { RevokeInvitation, revokeInvitation } from "#app/use-cases/accounts/revoke-invitation.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "org.invite");
  throw redirect("/organization");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "org.invite");
  const form = await parseForm(args.request, RevokeInvitation, { invitationId: args.params.invitationId });
  if (!form.ok) throw notFound();
  const done = await revokeInvitation(ctx, form.value);
  if (done.ok) {
    return goTo(ctx, "/organization", { flash: { tone: "ok", key: "flash.invitation_revoked" } });
  }
  switch (done.error.kind) {
    case "not-allowed":
    case "invitation-over":
      throw notFound();
  }
}
