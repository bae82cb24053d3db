import { data, redirect } from "@remix-run/node";
import { adviceFor } from "#app/domain/debtors/advice.data.ts";
import { severeConduct } from "#app/domain/debtors/conduct.ts";
import { type Statement, type StatementKind, statementForms } from "#app/domain/debtors/statements.ts";
import { newId } from "#app/domain/ids.ts";
import type { DoorKey } from "#app/messages/door/translate.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Visit } from "#app/use-cases/debtors/door-visit.server.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { doorTitle, insideDoor } from "./door-page.server.ts";
import { type FormRefusal, parseForm } from "./parse-form.ts";
import { refusedUpload } from "./refused-upload.ts";
import { refuse, tooMany } from "./respond.ts";

/** What every page to say something at needs: its language, a key of its own, and where advice is free. */
export async function sayPage(ctx: Ctx, request: Request, title: DoorKey) {
  const { reads, headers, kase } = await insideDoor(ctx, request);
  const page = {
    title: doorTitle(reads, title),
    language: reads,
    key: newId(ctx.now),
    currency: kase.answers.claim.currency,
    advice: adviceFor(kase.jurisdiction),
  };
  return data(page, { headers });
}

type Spoken = Exclude<StatementKind, "parts" | "report" | "report_severe">;

/** Takes a statement from its form; the receipt is the next page. */
export async function sayBy(ctx: Ctx, request: Request, kind: Spoken) {
  const visit = await insideDoor(ctx, request);
  const form = await parseForm(request, statementForms[kind]);
  if (!form.ok) return refuse(422, form.error);
  return saidBy(visit, { ...form.value, kind }, form.values);
}

/** Takes a report of how somebody was treated; whether it is severe is ours to say. */
export async function reportBy(ctx: Ctx, request: Request) {
  const visit = await insideDoor(ctx, request);
  const form = await parseForm(request, statementForms.report);
  if (!form.ok) return refuse(422, form.error);
  const kind = severeConduct.has(form.value.reason) ? "report_severe" : "report";
  return saidBy(visit, { ...form.value, kind }, form.values);
}

/** Says it, and answers with the receipt or with what is wrong. */
export async function saidBy(visit: Visit, statement: Statement, values: FormRefusal["values"]) {
  const said = await say(visit, statement);
  if (said.ok) return redirect(`/door/receipts/${encodeURIComponent(said.value.id)}`);
  switch (said.error.kind) {
    case "case-closed":
      throw redirect("/door/claim");
    case "too-many":
      return tooMany(said.error, values);
    default:
      return refusedUpload(said.error, values, "proof");
  }
}
