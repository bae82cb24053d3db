import type { EvidenceKind } from "#app/domain/cases/evidence.ts";

/** Papers of a case that show what is owed, and that the debtor had or was entitled to: not what others wrote about them. */
export const shownKinds: ReadonlySet<EvidenceKind> = new Set([
  "contract",
  "invoice",
  "delivery_proof",
  "statement",
]);
