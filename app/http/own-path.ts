/**
 * A path of this product, or null. Asked for before any redirect to what a request names: `//host`, `/\host` and
 * a tab or line break between the slashes, which browsers drop, would all lead to another site.
 */
export function ownPath(text: string | null | undefined): string | null {
  if (!text?.startsWith("/")) return null;
  const origin = "http://own.invalid";
  const url = URL.canParse(text, origin) ? new URL(text, origin) : null;
  if (url?.origin !== origin || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}
