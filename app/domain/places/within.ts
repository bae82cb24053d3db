/** Whether a jurisdiction is a place as packs name it or lies in it; `*` stands for every place. */
export const isWithin = (jurisdiction: string, place: string): boolean =>
  place === "*" || jurisdiction === place || jurisdiction.startsWith(`${place}-`);
