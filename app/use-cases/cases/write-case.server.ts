import { briefFrom } from "#app/domain/cases/brief.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { writeBrief, writeDebtor } from "#db/queries/cases.ts";
import { enforceableUntil, lastDayOf, type PreparedCase } from "./prepare-case.server.ts";

/** Writes the two tables that hang on a case: who the debtor is, and the card that does not say it. */
export async function writeCaseParts(
  tx: Tx,
  ctx: Ctx,
  { caseId, code }: { caseId: string; code: string },
  prepared: PreparedCase,
): Promise<void> {
  const { debtor } = prepared.answers;
  await writeDebtor(tx, {
    caseId,
    kind: debtor.kind,
    name: debtor.name,
    email: debtor.email ?? null,
    phone: debtor.phone ?? null,
    address: debtor.address ?? null,
    placeCode: debtor.placeCode,
    zones: prepared.zones,
    duplicateKey: prepared.duplicateKey,
    nameKey: prepared.nameKey,
  });
  const { principal, ...brief } = briefFrom(prepared.answers, {
    caseId,
    code,
    jurisdiction: prepared.jurisdiction,
    limitationLast: lastDayOf(prepared),
    enforceableUntil: enforceableUntil(prepared),
    evidence: prepared.evidence,
  });
  await writeBrief(tx, { ...brief, principal: BigInt(principal), updatedAt: ctx.now });
}
