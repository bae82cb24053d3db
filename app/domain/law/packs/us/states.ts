/** States whose own contact, licence and limitation law is encoded; elsewhere only federal law and refusals. */
export const encodedStates: ReadonlySet<string> = new Set([
  "CA",
  "NY",
  "TX",
  "FL",
  "IL",
  "MA",
  "WA",
  "NJ",
  "PA",
  "GA",
]);

/** Two parties must agree to a recording (US-CONTACT-19). */
export const twoPartyStates = ["CA", "FL", "IL", "MA", "PA", "WA"];

/** States where an agency needs no state licence; New York's cities have theirs. */
export const withoutAgencyLicence = ["GA", "PA", "NY"];

const eastern = "America/New_York";
const central = "America/Chicago";
const mountain = "America/Denver";
const pacific = "America/Los_Angeles";

/** Every zone that some part of the state keeps. */
export const zonesByState: Record<string, readonly string[]> = {
  AL: [central],
  AK: ["America/Anchorage", "America/Adak"],
  AZ: ["America/Phoenix", mountain],
  AR: [central],
  CA: [pacific],
  CO: [mountain],
  CT: [eastern],
  DC: [eastern],
  DE: [eastern],
  FL: [eastern, central],
  GA: [eastern],
  HI: ["Pacific/Honolulu"],
  IA: [central],
  ID: ["America/Boise", pacific],
  IL: [central],
  IN: ["America/Indiana/Indianapolis", central],
  KS: [central, mountain],
  KY: [eastern, central],
  LA: [central],
  MA: [eastern],
  MD: [eastern],
  ME: [eastern],
  MI: ["America/Detroit", central],
  MN: [central],
  MO: [central],
  MS: [central],
  MT: [mountain],
  NC: [eastern],
  ND: [central, mountain],
  NE: [central, mountain],
  NH: [eastern],
  NJ: [eastern],
  NM: [mountain],
  NV: [pacific, mountain],
  NY: [eastern],
  OH: [eastern],
  OK: [central],
  OR: [pacific, "America/Boise"],
  PA: [eastern],
  RI: [eastern],
  SC: [eastern],
  SD: [central, mountain],
  TN: [central, eastern],
  TX: [central, mountain],
  UT: [mountain],
  VA: [eastern],
  VT: [eastern],
  WA: [pacific],
  WI: [central],
  WV: [eastern],
  WY: [mountain],
};
