/** Portfolios and the lots they are tendered in. */
export const lots = {
  "lots.band": "{from} to {below}, {years} years",
  "lots.band_over": "{from} and more, {years} years",
  "paper.lot_claims": "Claims in the lot",
  "paper.lot_schedule":
    "The claims are those of the creditor’s file {file} (SHA-256 {hash}) that belong to this lot; each becomes a case of its own once both have signed.",
  "paper.lot_rate": "{percent} of what is recovered, and {fixed} a claim ({claims} claims)",
};
