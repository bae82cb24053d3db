import { type PageKey, pageKeyText, parsePageKey } from "#app/domain/page-key.ts";

/** Where a page of a list begins, from `?after=2026-11-23T10:00:00.000Z_<id>`; null for the first page or a mangled key. */
export const pageKeyOf = (request: Request): PageKey | null =>
  parsePageKey(new URL(request.url).searchParams.get("after"));

/** The same address with another beginning. */
export function nextPage(request: Request, key: PageKey | null): string | null {
  if (!key) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("after", pageKeyText(key));
  return `${pathname}?${searchParams}`;
}
