import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { diskShelf } from "#app/gateways/documents.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { postCase } from "#app/use-cases/cases/post-case.server.ts";
import { withdrawCase } from "#app/use-cases/cases/withdraw-case.server.ts";
import { addDraftEvidence } from "#app/use-cases/evidence/add-draft-evidence.server.ts";
import { keepDocumentFiles } from "#app/use-cases/privacy/keep-document-files.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import type { Tx } from "#db/client.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { asFile, pdfSaying } from "./pdf-files.ts";
import { aDraft } from "./posting.ts";
import { passTime, value, type World } from "./world.ts";

/** What stands in every paper of these tests. */
export const secretWords = "Treacle of Wilhelmina Figgis";
let papers = 0;

type Draft = Awaited<ReturnType<typeof aDraft>>;

/** Cases with documents of their own, and all that is done with them until they are gone. */
export function erasureScene(world: World) {
  const handIn = async ({ ctx, caseId }: Draft, bytes: Uint8Array) =>
    value(await addDraftEvidence(ctx, { caseId, kind: "invoice", file: asFile(bytes, "invoice.pdf") }));
  const keep = async () => value(await keepRetention(world.ctx(system), { limit: 100 }));
  return {
    handIn,
    keep,
    /** A paper with words of its own, which nobody else hands in. */
    aPaper: () => pdfSaying([`${secretWords}, paper ${++papers}`]),
    aBareDraft: () => aDraft(world, { evidence: [] }),
    /** A case that waits for its review, with these documents and no others. */
    async aCaseWith(...files: Uint8Array[]): Promise<Draft> {
      const draft = await aDraft(world, { evidence: [] });
      for (const bytes of files) await handIn(draft, bytes);
      value(await postCase(draft.ctx, { caseId: draft.caseId }));
      return draft;
    },
    /** Their terms end and the sweep erases their debtors. */
    async erase(...drafts: Draft[]) {
      for (const { ctx, caseId } of drafts) value(await withdrawCase(ctx, { caseId }));
      await passTime(world, { days: 91 });
      await keep();
    },
    sweep: () => keepDocumentFiles(world.ctx(system), { limit: 1_000 }),
    opens: async (bytes: Uint8Array) =>
      (await world.services.documents.get(world.db, sha256(bytes))) !== null,
    onTheShelf: async (name: string) => (await diskShelf(world.folder).get(name)) !== null,
    evidenceOn: (caseId: string) =>
      world.owner.select().from(evidenceItems).where(eq(evidenceItems.caseId, caseId)),
    /** What no race and no sweep may ever break: whatever is needed can be opened. */
    async whateverIsNeededOpens() {
      const held = await world.owner.execute<{ sha256: string }>(
        sql`select distinct sha256 from document_holds`,
      );
      for (const { sha256: hash } of held)
        expect(await world.services.documents.get(world.db, hash), hash).not.toBeNull();
    },
  };
}

type Naming = { table: string; column: string; documentId: string };

/** Any row of a table that names this document, whatever else such a row must be; within a transaction that is undone. */
export async function aRowThatNames(tx: Tx, { table, column, documentId }: Naming): Promise<void> {
  await tx.execute(sql`set local session_replication_role = replica`);
  const checks = await tx.execute<{ name: string }>(sql`select conname as name from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c'`);
  for (const { name } of checks)
    await tx.execute(sql`alter table ${sql.identifier(table)} drop constraint ${sql.identifier(name)}`);
  const needed = await tx.execute<{
    name: string;
    type: string;
  }>(sql`select column_name as name, udt_name as type
    from information_schema.columns where table_name = ${table} and is_nullable = 'NO' and table_schema = 'public'`);
  const others = needed.filter(({ name }) => name !== column);
  const filling = (type: string) =>
    ({ uuid: documentId, text: "x", bool: "false" })[type] ??
    (/^int|numeric/.test(type) ? "1" : "2026-01-01");
  const named =
    column === "body" ? sql`jsonb_build_object('documentId', ${documentId}::text)` : sql`${documentId}`;
  const values = [...others.map(({ type }) => sql`${filling(type)}`), named];
  const names = [...others.map(({ name }) => name), column].join(", ");
  await tx.execute(
    sql`insert into ${sql.identifier(table)} (${sql.raw(names)}) values (${sql.join(values, sql`, `)})`,
  );
}
