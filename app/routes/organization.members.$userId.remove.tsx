import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { RemoveMember, removeMember } from "#app/use-cases/accounts/remove-member.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "org.manage");
  throw redirect(`/organization/members/${encodeURIComponent(args.params.userId ?? "")}`);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "org.manage");
  const form = await parseForm(args.request, RemoveMember, { userId: args.params.userId });
  if (!form.ok) throw notFound();
  const done = await removeMember(ctx, form.value);
  if (done.ok) return goTo(ctx, "/organization", { flash: { tone: "ok", key: "flash.member_removed" } });
  switch (done.error.kind) {
    case "not-allowed":
    case "not-a-member":
      throw notFound();
    case "last-owner":
      return goTo(ctx, "/organization", { flash: { tone: "bad", key: "error.last_owner" } });
    case "yourself":
      return goTo(ctx, "/organization/leave", {});
  }
}
