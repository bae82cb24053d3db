import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { requestSigningCode } from "#app/use-cases/engagements/request-signing-code.server.ts";
import { notFound } from "./guard.ts";
import { parseForm, refusedAt } from "./parse-form.ts";
import { goTo, refuse, tooMany } from "./respond.ts";

const Asked = z.object({ caseId: z.uuid(), amendmentId: z.uuid().optional() });

/** Mails a one-time code for a paper of a case or a lot, and shows the paper again. */
export async function mailCode(
  ctx: Ctx,
  { request }: ActionFunctionArgs,
  { id, home }: { id: string; home: string },
) {
  const form = await parseForm(request, Asked, { caseId: id });
  if (!form.ok) throw notFound();
  const { amendmentId } = form.value;
  const sent = await requestSigningCode(ctx, form.value);
  if (sent.ok) {
    const page = `${home}/engagement${amendmentId ? `/amendments/${amendmentId}` : ""}`;
    return goTo(ctx, `${page}#sign`, { flash: { tone: "ok", key: "sign.code_sent_flash" } });
  }
  switch (sent.error.kind) {
    case "case-not-found":
      throw notFound();
    case "nothing-to-sign":
      return refuse(409, refusedAt("form", "tender.refusal.nothing-to-sign"));
    case "too-many":
      return tooMany(sent.error);
  }
}
