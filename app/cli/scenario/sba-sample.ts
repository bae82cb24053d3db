import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";

/** One charged-off loan of the SBA's public data. */
export type ChargedOffLoan = {
  reference: string;
  debtor: string;
  city: string;
  state: string;
  zip: string;
  /** Civil dates. */
  disbursedOn: string;
  chargedOffOn: string;
  /** Whole US dollars as decimal text. */
  principal: string;
};

/** The sample that ships with the project, in the file's own order; see db/demo/README.md for its source. */
export async function sbaSample(): Promise<ChargedOffLoan[]> {
  const text = await readFile(new URL("../../../db/demo/sba-sample.csv", import.meta.url), "utf8");
  const rows: Record<string, string>[] = parse(text, { columns: true, skip_empty_lines: true });
  return rows.map((row) => ({
    reference: row.LoanNr_ChkDgt,
    debtor: row.Name,
    city: row.City,
    state: row.State,
    zip: row.Zip.padStart(5, "0"),
    disbursedOn: civilDate(row.DisbursementDate),
    chargedOffOn: civilDate(row.ChgOffDate),
    principal: row.ChgOffPrinGr,
  }));
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const two = (part: string | number) => String(part).padStart(2, "0");

/** Both of the file's forms: `8/31/2006` and `24-May-10`; two digits mean the years from 1969 to 2068 (POSIX). */
export function civilDate(text: string): string {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return `${american[3]}-${two(american[1])}-${two(american[2])}`;
  const short = /^(\d{1,2})-([A-Za-z]{3})-(\d{2})$/.exec(text);
  const month = short ? months.indexOf(short[2].toLowerCase()) + 1 : 0;
  if (!short || month === 0) throw new Error(`Not a date of the SBA file: ${text}`);
  const year = Number(short[3]);
  return `${year >= 69 ? 1900 + year : 2000 + year}-${two(month)}-${two(short[1])}`;
}

/** The same day a number of whole years later; 29 February becomes the 28th where there is none. */
export function shiftYears(on: string, years: number): string {
  const shifted = `${Number(on.slice(0, 4)) + years}${on.slice(4)}`;
  const isReal = new Date(`${shifted}T00:00:00Z`).toISOString().startsWith(shifted);
  return isReal ? shifted : `${shifted.slice(0, 8)}28`;
}
