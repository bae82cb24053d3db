import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Template } from "#app/domain/contact/templates/template.ts";
import { bookOf, type TemplateBook, templatesOf } from "#app/domain/contact/templates.ts";
import type { Reader, Tx } from "../client.ts";
import { users } from "../schema/accounts.ts";
import { templateWordings } from "../schema/wordings.ts";

export type WordingRow = typeof templateWordings.$inferSelect;

/** The templates that letters are written from now, in this transaction's sight. Few are ever reworded, so it is one short look. */
export async function templateBook(reader: Reader): Promise<TemplateBook> {
  const approved = await reader
    .select()
    .from(templateWordings)
    .where(eq(templateWordings.status, "approved"))
    .orderBy(asc(templateWordings.version));
  return bookOf(approved);
}

/** What is written from under the law of a case, each template as it stands now. */
export const caseTemplates = async (reader: Reader, { packId }: { packId: string }): Promise<Template[]> =>
  templatesOf(await templateBook(reader), packId as Template["pack"]);

const author = alias(users, "author");
const decider = alias(users, "decider");

/** Every wording there ever was of one template, or of all that waits, newest first, with the present names of its people. */
export const wordingsWith = (
  reader: Reader,
  { templateId, status }: { templateId?: string; status?: WordingRow["status"] },
) =>
  reader
    .select({ row: templateWordings, proposedByName: author.name, decidedByName: decider.name })
    .from(templateWordings)
    .leftJoin(author, eq(author.id, templateWordings.proposedBy))
    .leftJoin(decider, eq(decider.id, templateWordings.decidedBy))
    .where(
      and(
        templateId ? eq(templateWordings.templateId, templateId) : undefined,
        status ? eq(templateWordings.status, status) : undefined,
      ),
    )
    .orderBy(desc(templateWordings.proposedAt), desc(templateWordings.id));

/** False where another one waits already. */
export async function insertWording(tx: Tx, row: WordingRow): Promise<boolean> {
  const written = await tx
    .insert(templateWordings)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: templateWordings.id });
  return written.length > 0;
}

/** The one that waits for a template, held until the transaction ends. */
export async function lockWaitingWording(tx: Tx, templateId: string): Promise<WordingRow | null> {
  const [row] = await tx
    .select()
    .from(templateWordings)
    .where(and(eq(templateWordings.templateId, templateId), eq(templateWordings.status, "proposed")))
    .for("update");
  return row ?? null;
}

export const decideWording = (
  tx: Tx,
  id: string,
  decision: Pick<WordingRow, "status" | "decidedBy" | "decidedAt" | "decisionNote">,
) => tx.update(templateWordings).set(decision).where(eq(templateWordings.id, id));
