export const places = {
  "places.level.country": "Country",
  "places.level.province": "Province, state or region",
  "places.level.city": "City or prefecture",
  "places.refused.hk": "Rung has no reviewed rule pack for Hong Kong, so a case there cannot be posted.",
  "places.refused.mo": "Rung has no reviewed rule pack for Macao, so a case there cannot be posted.",
  "places.refused.tw": "Rung has no reviewed rule pack for Taiwan, so a case there cannot be posted.",
  "places.refused.sct":
    "Scotland has its own courts, time limits and pre-action rules. Rung has no reviewed rule pack for them, so a case there cannot be posted.",
  "places.refused.nir":
    "Northern Ireland has its own courts and pre-action rules. Rung has no reviewed rule pack for them, so a case there cannot be posted.",
  "places.refused.no_pack": "Rung has no reviewed rule pack for {place}, so a case there cannot be posted.",
  "places.refused.country":
    "{place} is too wide. Choose the province, state or region: its rules and local time apply.",
  "places.refused.unknown": "This place is not in the register. Choose one from the list.",
  "places.zones.several":
    "{place} spans more than one time zone. Contact must fall within permitted hours in all of them.",
};
