import { briefFrom } from "#app/domain/cases/brief.ts";
import { parted } from "#app/domain/cases/personal.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealPersonal } from "#app/use-cases/debtor.server.ts";
import type { Tx } from "#db/client.ts";
import { writeBrief } from "#db/queries/cases.ts";
import { writeDebtor } from "#db/queries/subjects.ts";
import { enforceableUntil, lastDayOf, type PreparedCase } from "./prepare-case.server.ts";

/** Writes the two tables that hang on a case: who the debtor is, and the card that does not say it. */
export async function writeCaseParts(
  tx: Tx,
  ctx: Ctx,
  { caseId, code }: { caseId: string; code: string },
  prepared: PreparedCase,
): Promise<void> {
  const { kept, personal } = parted(prepared.answers);
  const { debtor } = kept;
  await writeDebtor(tx, {
    caseId,
    kind: debtor.kind,
    ...(await sealPersonal(tx, ctx, caseId, personal)),
    placeCode: debtor.placeCode,
    zones: prepared.zones,
    duplicateKey: prepared.duplicateKey,
    nameKey: prepared.nameKey,
  });
  const { principal, ...brief } = briefFrom(kept, {
    caseId,
    code,
    jurisdiction: prepared.jurisdiction,
    limitationLast: lastDayOf(prepared),
    enforceableUntil: enforceableUntil(prepared),
    evidence: prepared.evidence,
  });
  await writeBrief(tx, { ...brief, principal: BigInt(principal), updatedAt: ctx.now });
}
