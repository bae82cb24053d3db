export type NumberPlan = {
  /** The country's code. */
  code: string;
  /** What stands before an area at home; none in China. */
  trunk: string | null;
  /** The numbers behind the code that a text message can reach. */
  canText: RegExp;
};

/** The four laws' countries, by the numbering plans of their regulators (Ofcom, Bundesnetzagentur, MIIT, NANPA), read on 27 November 2026. */
export const numberPlans: Record<string, NumberPlan> = {
  /** Mobile 071 to 079 without personal numbers (070) and pagers (076, but for 07624). */
  GB: { code: "44", trunk: "0", canText: /^7(?:[1-57-9]\d{8}|624\d{6})$/ },
  DE: { code: "49", trunk: "0", canText: /^1(?:5\d{9}|6[023]\d{7,8}|7\d{8,9})$/ },
  CN: { code: "86", trunk: null, canText: /^1[3-9]\d{9}$/ },
  /** The plan does not tell a mobile from a landline, which may be made to take texts; toll-free and premium numbers are nobody's home. */
  US: { code: "1", trunk: "1", canText: /^(?!8(?:00|22|33|44|55|66|77|88)|900)[2-9]\d{2}[2-9]\d{6}$/ },
};
