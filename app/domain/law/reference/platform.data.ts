import type { ReferenceRows } from "#app/domain/law/reference/rows.ts";

/** Rows that hold in every pack: force, confidence, source. */
export const platformReference: ReferenceRows = {
  "POL-LADDER-01": ["POL", null, "Rung platform policy"],
  "POL-LADDER-02": ["POL", null, "Rung platform policy"],
  "POL-LADDER-03": ["POL", null, "Rung platform policy"],
  "POL-LADDER-04": ["POL", null, "Rung platform policy"],
  "POL-LADDER-05": ["POL", null, "Rung platform policy"],
  "POL-LADDER-06": ["POL", null, "Rung platform policy"],
  "POL-LADDER-07": ["POL", null, "Rung platform policy"],
  "POL-LADDER-08": ["POL", null, "Rung platform policy"],
  "POL-LADDER-09": ["POL", null, "Rung platform policy"],
  "X-01": ["POL", "high", "Rung platform policy"],
  "X-02": ["POL", "high", "Rung platform policy"],
  "X-03": ["POL", "high", "Rung platform policy"],
  "X-04": ["POL", "high", "Rung platform policy"],
  "X-05": ["POL", "high", "Rung platform policy"],
  "X-06": ["POL", "high", "Rung platform policy"],
  "X-07": ["POL", "high", "Rung platform policy"],
  "X-08": ["POL", "high", "Rung platform policy"],
  "X-09": ["POL", "high", "Rung platform policy"],
  "X-10": ["POL", "high", "Rung platform policy"],
  "X-11": ["POL", "high", "Rung platform policy"],
  "X-12": ["POL", "high", "Rung platform policy"],
};
