/** Claims of one band of amounts and ages: how many, and their principal in minor units. */
export type BandCell = { amount: number; age: number; claims: number; principal: number };

/** How a lot's claims spread over the bands; cells without claims are left out. */
export type LotSpread = {
  cells: BandCell[];
  oldestDue: string;
  newestDue: string;
  barred: number;
  unknown: number;
};
