import { translator } from "#app/messages/catalogue.ts";
import { type DoorLanguage, doorDate } from "#app/messages/door/languages.ts";
import { doorTranslator } from "#app/messages/door/translate.ts";
import { formatDate } from "#app/messages/format.ts";
import { termText } from "#app/messages/term-text.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Erasure } from "#app/use-cases/privacy/erased-documents.server.ts";

/** Why a document cannot be opened any more: with its debtor's data, or with a draft that was thrown away. */
export function erasedText({ locale }: Pick<Ctx, "locale">, erasure: Erasure | null): string {
  const t = translator(locale);
  if (!erasure) return t("erasure.document_discarded");
  return t("erasure.document", { on: formatDate(erasure.on, locale), term: termText(t, erasure.rule) });
}

/** The same at the debtor's door. */
export function doorErasedText(language: DoorLanguage, { on, rule }: Erasure): string {
  const t = doorTranslator(language);
  return t("erasure.papers", { on: doorDate(on, language), term: termText(t, rule) });
}
