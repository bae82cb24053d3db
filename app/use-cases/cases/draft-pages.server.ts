import type { AnsweredStep } from "#app/domain/cases/answers.ts";
import type { DraftAnswers } from "#app/domain/cases/draft.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import { openSubjectKey } from "#app/gateways/subject-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { subjectKeyFor } from "#app/use-cases/debtor.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { type DraftRow, findDraft, type KeyedDraft, lockDraft } from "#db/queries/case-drafts.ts";

/** A draft as it was typed. */
export type Draft = Omit<DraftRow, "answers"> & { answers: DraftAnswers };

/** The actor's own draft, opened; null when it is not there or another creditor's. */
export async function openDraft(reader: Reader, ctx: Ctx, caseId: string): Promise<Draft | null> {
  const found = await findDraft(reader, ctx.actor, caseId);
  return found && opened(ctx, found);
}

/** The same, held until the transaction ends. */
export async function lockOpenDraft(tx: Tx, ctx: Ctx, caseId: string): Promise<Draft | null> {
  const found = await lockDraft(tx, ctx.actor, caseId);
  return found && opened(ctx, found);
}

function opened(ctx: Ctx, { draft, key }: KeyedDraft): Draft {
  const steps = Object.keys(draft.answers) as AnsweredStep[];
  const pages = steps.map((step) => [step, openPage(ctx, { draft, key }, step)]);
  return { ...draft, answers: Object.fromEntries(pages) };
}

/** One page of a draft; undefined when nothing was typed on it. */
export function openPage(
  { secrets }: Pick<Ctx, "secrets">,
  { draft: { caseId, answers }, key }: Pick<KeyedDraft, "draft" | "key">,
  step: AnsweredStep,
): Typed | undefined {
  const sealed = answers[step];
  if (sealed === undefined || !key) return undefined;
  const bytes = Buffer.from(sealed, "base64");
  return JSON.parse(openSubjectKey(secrets, caseId, key).open(bytes, contextOf(caseId, step)));
}

/** Pages as they are kept, under the key of the case that the draft becomes. */
export async function sealPages(
  tx: Tx,
  ctx: Pick<Ctx, "secrets" | "now">,
  caseId: string,
  answers: DraftAnswers,
): Promise<DraftRow["answers"]> {
  const key = await subjectKeyFor(tx, ctx, caseId);
  const pages = Object.entries(answers).map(([step, page]) => [
    step,
    key.seal(JSON.stringify(page), contextOf(caseId, step)).toString("base64"),
  ]);
  return Object.fromEntries(pages);
}

const contextOf = (caseId: string, step: string) => `${caseId}/draft/${step}`;
