import { type MessageKey, type MessageValues, translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";

/** What the browser's tab says, in the reader's language. */
export function pageTitle(ctx: Pick<Ctx, "locale">, key: MessageKey, values?: MessageValues): string {
  const t = translator(ctx.locale);
  return t("app.title", { page: t(key, values) });
}
