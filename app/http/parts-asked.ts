/** Where the pages of a portfolio's two lists begin, as its address says: `?groups=100`. */
export function partsAsked(request: Request): { groups: string | null; lots: string | null } {
  const asked = new URL(request.url).searchParams;
  return { groups: asked.get("groups"), lots: asked.get("lots") };
}
