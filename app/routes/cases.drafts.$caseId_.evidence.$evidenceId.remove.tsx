import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { goTo } from "#app/http/respond.ts";
import { removeDraftEvidence } from "#app/use-cases/evidence/remove-draft-evidence.server.ts";

/** Takes one document out of a draft and goes back to the list. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const { caseId = "", evidenceId = "" } = args.params;
  if (!isId(caseId) || !isId(evidenceId)) throw notFound();

  const removed = await removeDraftEvidence(ctx, { caseId, evidenceId });
  const back = `/cases/drafts/${caseId}/evidence`;
  if (removed.ok || removed.error.kind === "evidence-not-found") return redirect(back);
  if (removed.error.kind === "draft-not-found") throw notFound();
  return goTo(ctx, back, { flash: { tone: "bad", key: "cases.evidence.recorded" } });
}
