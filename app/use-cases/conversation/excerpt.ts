const length = 140;

/** The first words of a message on one line. Cut between characters as people count them, not inside one. */
export function excerptOf(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : line;
}
