/** How many rows a country's reference has under each heading, and rows without an id in it that got one here. */
export type Reference = { counts: Readonly<Record<string, number>>; own: readonly string[] };
