import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Enclosure, FormId } from "#app/domain/contact/prescribed-forms.ts";
import type { Reader, Tx } from "../client.ts";
import { users } from "../schema/accounts.ts";
import { documents } from "../schema/documents.ts";
import { prescribedFormFiles } from "../schema/prescribed-forms.ts";

export type FormFileRow = typeof prescribedFormFiles.$inferSelect;

const isApproved = eq(prescribedFormFiles.status, "approved");

/** The files that are enclosed now, in the order asked for; a form that nobody keeps is left out. */
export async function formsInForce(
  reader: Reader,
  forms: readonly FormId[],
): Promise<(Enclosure & { id: string })[]> {
  if (forms.length === 0) return [];
  const { id, form, edition, documentHash, pages } = prescribedFormFiles;
  const newest = await reader
    .selectDistinctOn([form], { id, form, edition, documentHash, pages })
    .from(prescribedFormFiles)
    .where(and(isApproved, inArray(form, [...forms])))
    .orderBy(form, desc(prescribedFormFiles.decidedAt), desc(prescribedFormFiles.id));
  return forms.flatMap((each) => newest.filter((row) => row.form === each));
}

const author = alias(users, "author");
const decider = alias(users, "decider");

/** Every file there ever was of one form, or of all, the newest first, with the present names of its people and of the file. */
export const formFiles = (reader: Reader, form?: FormId) =>
  reader
    .select({
      row: prescribedFormFiles,
      fileName: sql<string>`coalesce(${documents.fileName}, '')`,
      proposedByName: author.name,
      decidedByName: decider.name,
    })
    .from(prescribedFormFiles)
    .innerJoin(documents, eq(documents.id, prescribedFormFiles.documentId))
    .leftJoin(author, eq(author.id, prescribedFormFiles.proposedBy))
    .leftJoin(decider, eq(decider.id, prescribedFormFiles.decidedBy))
    .where(form && eq(prescribedFormFiles.form, form))
    .orderBy(desc(prescribedFormFiles.proposedAt), desc(prescribedFormFiles.id));

/** False where another one waits already. */
export async function insertFormFile(tx: Tx, row: FormFileRow): Promise<boolean> {
  const written = await tx
    .insert(prescribedFormFiles)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: prescribedFormFiles.id });
  return written.length > 0;
}

/** The one that waits for a form, held until the transaction ends. */
export async function lockWaitingFormFile(tx: Tx, form: FormId): Promise<FormFileRow | null> {
  const [row] = await tx
    .select()
    .from(prescribedFormFiles)
    .where(and(eq(prescribedFormFiles.form, form), eq(prescribedFormFiles.status, "proposed")))
    .for("update");
  return row ?? null;
}

export const decideFormFile = (
  tx: Tx,
  id: string,
  decision: Pick<FormFileRow, "status" | "decidedBy" | "decidedAt" | "decisionNote">,
) => tx.update(prescribedFormFiles).set(decision).where(eq(prescribedFormFiles.id, id));
