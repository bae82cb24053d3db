import type { Need } from "#app/domain/accounts/needs.ts";
import { type Locale, translator } from "#app/messages/catalogue.ts";
import { spelledValues } from "#app/use-cases/notice-text.ts";

/** A need in its reader's words. */
export type NeedLine = { kind: string; title: string; text: string; due: string | null; href: string };

/** Words of needs stand under `home.need.<kind>.title` and `.text`; the text may be missing. */
export function needLines(needs: Need[], { locale }: { locale: Locale }): NeedLine[] {
  const t = translator(locale);
  return needs.map(({ kind, values, due, href }) => {
    const spelled = spelledValues(values, t, locale);
    const say = (key: string) => (t.has(key) ? t(key, spelled) : "");
    return {
      kind,
      due,
      href,
      title: say(`home.need.${kind}.title`) || kind,
      text: say(`home.need.${kind}.text`),
    };
  });
}
