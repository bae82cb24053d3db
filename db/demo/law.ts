import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { replaceRow } from "#app/use-cases/law/propose-row.server.ts";
import type { Player } from "./cast.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

/** A proposal that waits for the second admin: a longer wait of the platform's own ladder, not of any law. */
export async function proposeOtherWait(stage: Stage, admin: Player): Promise<void> {
  const ctx = await ctxOf(stage, admin.actor);
  value(
    await replaceRow(ctx, {
      packId: "US",
      rowKey: "POL-LADDER-02",
      numbers: { "guard-days": "5" },
      effectiveOn: addDays(dateIn("UTC", ctx.now), 14),
      citation: "Rung platform policy, ladder 2 (demo proposal)",
      reason: "A demo proposal: five days instead of three between the reminder and the first call.",
    }),
  );
}
