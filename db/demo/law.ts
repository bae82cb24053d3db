import { wordingOf } from "#app/domain/contact/wording.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { replaceRow } from "#app/use-cases/law/propose-row.server.ts";
import { proposeWording } from "#app/use-cases/wordings/propose-wording.server.ts";
import { standingTemplate } from "#app/use-cases/wordings/standing-template.server.ts";
import type { Player } from "./cast.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

/** Other words for one template, which wait for the second admin too. */
export async function proposeOtherWords(stage: Stage, admin: Player): Promise<void> {
  const ctx = await ctxOf(stage, admin.actor);
  const template = await standingTemplate(ctx.db, "gb.message");
  if (!template) throw new Error("The demo's template is not there");
  const { subject, passages } = wordingOf(template);
  const said = passages.map((text) =>
    text.replace("If you cannot pay all of it now,", "If paying all of it now is too much,"),
  );
  value(
    await proposeWording(ctx, {
      ...{
        templateId: template.id,
        base: template.version,
        subject,
        passage: Object.fromEntries(said.entries()),
      },
      reason: "A demo proposal: plainer words for those who cannot pay at once.",
    }),
  );
}

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
