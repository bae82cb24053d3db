import { partsOf } from "#app/domain/law/calendar/civil.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import type { Check } from "#app/domain/law/scene.ts";

const current = /^1\d{4}(\d{4})([1-9])[01]\d{6}$/;
const old = /^\d{12}$/;
const FIRST_YEAR = 1949;
/** Public-sector, corporate, legal-aid and military lawyers take no private clients. */
const notForHire = new Set(["6", "7", "8", "9"]);

export type LawyerNumber = "valid" | "malformed" | "not_for_hire";

/** The form of a mainland practising-certificate number; a good form never proves that the certificate exists. */
export function readLawyerNumber(number: string, year: number): LawyerNumber {
  if (old.test(number)) return "valid";
  const match = current.exec(number);
  if (!match) return "malformed";
  const first = Number(match[1]);
  if (first < FIRST_YEAR || first > year) return "malformed";
  return notForHire.has(match[2]) ? "not_for_hire" : "valid";
}

/** CN-ACTOR-07: the number has the form the ministry gives it and is of a category open to private clients. */
export const lawyerNumberValid: Check = ({ actor, day }) => {
  const { year } = partsOf(day);
  for (const credential of actor.credentials ?? []) {
    if (credential.type !== "lawyer_certificate" || !isKnown(credential.number)) continue;
    const read = readLawyerNumber(credential.number, year);
    if (read !== "valid")
      return {
        values: { number: credential.number, why: `law.lawyerNumber.${read}` },
        next: null,
        effect: "block",
      };
  }
  return null;
};
