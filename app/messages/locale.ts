export const locales = ["en", "zh"] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own name, as a switch shows it. */
export const localeNames: Record<Locale, string> = { en: "English", zh: "中文" };

/** BCP 47 tags for `<html lang>` and `hreflang`. */
export const localeTags: Record<Locale, string> = { en: "en", zh: "zh-Hans" };

export const isLocale = (value: unknown): value is Locale => locales.some((each) => each === value);

/** The language of a document by its `lang` attribute; English where it names none of ours. */
export const localeOfTag = (tag: string): Locale => (tag.toLowerCase().startsWith("zh") ? "zh" : "en");

/** The reader's preference by `Accept-Language` (RFC 9110 12.5.4); English where none of ours is asked for. */
export function localeAccepted(header: string | null): Locale {
  const ranked = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(en|zh)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality);
  return ranked[0] ? localeOfTag(ranked[0].tag) : "en";
}
