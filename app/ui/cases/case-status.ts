import type { CaseStatus } from "#app/domain/cases/moves.ts";
import type { ChipTone } from "#app/ui/chip.tsx";

/** The look of each status, the same in every list. */
export const statusTones: Record<CaseStatus, ChipTone> = {
  submitted: "wait",
  returned: "bad",
  refused: "shut",
  approved: "ok",
  tendering: "sealed",
  deciding: "wait",
  signing: "wait",
  engaged: "ok",
  with_lot: "wait",
  closed: "shut",
};
