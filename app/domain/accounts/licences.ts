import { placeOf } from "../places/register.ts";
import { err, ok, type Result } from "../result.ts";
import type { Role } from "./actor.ts";

export const licenceKinds = [
  "bar_admission",
  "agency_licence",
  "lawyer_certificate",
  "firm_licence",
] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/** What each kind of collector may hold. A Chinese lawyer acts through the firm (CN-ACTOR-03), so a firm may file its lawyers' certificates. */
const kindsByRole: Partial<Record<Role, readonly LicenceKind[]>> = {
  lawyer: ["bar_admission", "lawyer_certificate"],
  law_firm: ["bar_admission", "firm_licence", "lawyer_certificate"],
  agency: ["agency_licence"],
};

export const licenceKindsFor = (role: Role): readonly LicenceKind[] => kindsByRole[role] ?? [];

const countryOf: Record<LicenceKind, "US" | "CN"> = {
  bar_admission: "US",
  agency_licence: "US",
  lawyer_certificate: "CN",
  firm_licence: "CN",
};

/** `no-agency-licence`: mainland China registers no collection agencies (CN-ACTOR-05). */
export type TerritoryRefusal = { kind: "kind-not-yours" | "no-agency-licence" | "wrong-territory" };

/** Whether such a collector can hold such a licence there. A territory is a jurisdiction: a US state or mainland China. */
export function mayHold(role: Role, kind: LicenceKind, territory: string): Result<null, TerritoryRefusal> {
  if (role === "agency" && territory === "CN") return err({ kind: "no-agency-licence" });
  if (!licenceKindsFor(role).includes(kind)) return err({ kind: "kind-not-yours" });
  return isTerritoryOf(kind, territory) ? ok(null) : err({ kind: "wrong-territory" });
}

function isTerritoryOf(kind: LicenceKind, territory: string): boolean {
  const place = placeOf(territory);
  if (!place || place.country !== countryOf[kind]) return false;
  return place.country === "CN" ? place.level === "country" : place.level === "province";
}

/** Why a number cannot be one of its kind, as keys of the catalogue. */
export type NumberRefusal = {
  kind:
    | "error.licence_number"
    | "error.licence_number_cn"
    | "error.licence_category_cn"
    | "error.licence_firm_cn";
};

/** A number in the form it is stored in; `doubt` is a reason to look twice, shown to holder and reviewer. */
export type NumberChecked = { number: string; doubt: NumberDoubt | null };
export type NumberDoubt = "licences.doubt.length" | "licences.doubt.old_cn" | "licences.doubt.check_digit";

/**
 * Looks at the form of a licence number. Form never suffices: only a register look-up verifies.
 * @param today civil date, for the year inside a Chinese number
 */
export function checkNumber(
  { kind, territory, number }: { kind: LicenceKind; territory: string; number: string },
  today: string,
): Result<NumberChecked, NumberRefusal> {
  const plain = number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.·#]/g, "");
  if (kind === "lawyer_certificate") return checkCertificate(plain, today);
  if (kind === "firm_licence") return checkFirm(plain);
  return checkAmerican(plain, kind === "bar_admission" ? territory : null);
}

/** Digits of the public look-ups, `[least, most]` (US-ACTOR-04, confidence low: a warning, never a refusal). */
const barDigits: Record<string, [number, number]> = {
  "US-CA": [1, 6],
  "US-NY": [7, 7],
  "US-TX": [8, 8],
  "US-FL": [1, 7],
  "US-IL": [7, 7],
  "US-MA": [6, 6],
  "US-WA": [1, 6],
  "US-NJ": [9, 9],
  "US-PA": [1, 6],
  "US-GA": [6, 6],
};

/** No American register numbers without a digit or beyond twenty characters (US-ACTOR-04: no national format). */
function checkAmerican(number: string, barOf: string | null): Result<NumberChecked, NumberRefusal> {
  if (!/^(?=.*\d)[A-Z0-9/-]{1,20}$/.test(number)) return err({ kind: "error.licence_number" });
  const expected = barOf ? barDigits[barOf] : undefined;
  const digits = number.replace(/\D/g, "").length;
  const usual = !expected || (digits >= expected[0] && digits <= expected[1]);
  return ok({ number, doubt: usual ? null : "licences.doubt.length" });
}

/** 17 digits: type, place, year of first practice, category, sex, serial; 12 on certificates of before (CN-ACTOR-07). */
function checkCertificate(number: string, today: string): Result<NumberChecked, NumberRefusal> {
  if (/^\d{12}$/.test(number)) return ok({ number, doubt: "licences.doubt.old_cn" });
  if (!/^1\d{4}[12]\d{3}[1-9][01]\d{6}$/.test(number)) return err({ kind: "error.licence_number_cn" });
  const year = Number(number.slice(5, 9));
  if (year < 1949 || year > Number(today.slice(0, 4))) return err({ kind: "error.licence_number_cn" });
  // Categories 6 to 9 (public-sector, corporate, legal-aid, military) may not take private clients.
  if (Number(number[9]) >= 6) return err({ kind: "error.licence_category_cn" });
  return ok({ number, doubt: null });
}

const creditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** 18 characters beginning 31 (CN-ACTOR-08). The last is a check character (GB 32100-2015): a slip is a doubt. */
function checkFirm(number: string): Result<NumberChecked, NumberRefusal> {
  if (!/^31[0-9A-HJ-NPQRTUWXY]{16}$/.test(number)) return err({ kind: "error.licence_firm_cn" });
  const sum = [...number.slice(0, 17)].reduce(
    (total, character, at) => total + creditCodeAlphabet.indexOf(character) * (3 ** at % 31),
    0,
  );
  const right = creditCodeAlphabet[(31 - (sum % 31)) % 31] === number[17];
  return ok({ number, doubt: right ? null : "licences.doubt.check_digit" });
}
