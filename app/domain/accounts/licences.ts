import type { CountryCode, Place } from "../places/place.ts";
import { placeOf, placesIn } from "../places/register.ts";
import { err, ok, type Result } from "../result.ts";
import type { Role } from "./actor.ts";

export const licenceKinds = [
  "bar_admission",
  "agency_licence",
  "lawyer_certificate",
  "firm_licence",
  "fca_permission",
  "inkasso_registration",
] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/**
 * What each kind of collector may hold. A Chinese lawyer acts through the firm (CN-ACTOR-03), so a firm may file its lawyers' certificates;
 * an English firm that collects regulated credit has the permission of an agency (GB-COV-03).
 */
const kindsByRole: Partial<Record<Role, readonly LicenceKind[]>> = {
  lawyer: ["bar_admission", "lawyer_certificate"],
  law_firm: ["bar_admission", "firm_licence", "lawyer_certificate", "fca_permission"],
  agency: ["agency_licence", "fca_permission", "inkasso_registration"],
};

export const licenceKindsFor = (role: Role): readonly LicenceKind[] => kindsByRole[role] ?? [];

/** Where each kind is given: a bar admission is a practising certificate in England and a membership of a Rechtsanwaltskammer in Germany. */
const countriesOf: Record<LicenceKind, readonly CountryCode[]> = {
  bar_admission: ["US", "GB", "DE"],
  agency_licence: ["US"],
  lawyer_certificate: ["CN"],
  firm_licence: ["CN"],
  fca_permission: ["GB"],
  inkasso_registration: ["DE"],
};

/** The territories that licences of a kind are given for: a jurisdiction that has a law of its own here. */
export const territoriesOf = (kind: LicenceKind): Place[] =>
  countriesOf[kind].flatMap((country) =>
    nationwide.has(country)
      ? (placeOf(country) ?? [])
      : placesIn(country).filter(({ refusal }) => refusal === null),
  );

/** Countries whose licences hold everywhere in them. */
const nationwide: ReadonlySet<CountryCode> = new Set<CountryCode>(["CN", "DE"]);

/** `no-agency-licence`: mainland China registers no collection agencies (CN-ACTOR-05). */
export type TerritoryRefusal = { kind: "kind-not-yours" | "no-agency-licence" | "wrong-territory" };

/** Whether such a collector can hold such a licence there. A territory is a jurisdiction: a US state, mainland China, England and Wales, Germany. */
export function mayHold(role: Role, kind: LicenceKind, territory: string): Result<null, TerritoryRefusal> {
  if (role === "agency" && territory === "CN") return err({ kind: "no-agency-licence" });
  if (!licenceKindsFor(role).includes(kind)) return err({ kind: "kind-not-yours" });
  const there = territoriesOf(kind).some(({ code }) => code === territory);
  return there ? ok(null) : err({ kind: "wrong-territory" });
}

/** Why a number cannot be one of its kind, as keys of the catalogue. */
export type NumberRefusal = {
  kind:
    | "error.licence_number"
    | "error.licence_number_cn"
    | "error.licence_category_cn"
    | "error.licence_firm_cn"
    | "error.licence_number_fca";
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
  if (kind === "fca_permission") return checkReference(plain);
  if (kind === "inkasso_registration" || territory === "DE") return checkFileNumber(number);
  return checkByDigits(plain, kind === "bar_admission" ? territory : null);
}

/** Digits of the public look-ups, `[least, most]` (US-ACTOR-04, GB-ACTOR-05: a warning, never a refusal). */
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
  "GB-EW": [6, 7],
};

/** No register numbers without a digit or beyond twenty characters (US-ACTOR-04: no national format). */
function checkByDigits(number: string, barOf: string | null): Result<NumberChecked, NumberRefusal> {
  if (!/^(?=.*\d)[A-Z0-9/-]{1,20}$/.test(number)) return err({ kind: "error.licence_number" });
  const expected = barOf ? barDigits[barOf] : undefined;
  const digits = number.replace(/\D/g, "").length;
  const usual = !expected || (digits >= expected[0] && digits <= expected[1]);
  return ok({ number, doubt: usual ? null : "licences.doubt.length" });
}

/** A firm reference number of the Financial Conduct Authority has six or seven digits (GB-ACTOR-05). */
function checkReference(number: string): Result<NumberChecked, NumberRefusal> {
  return /^\d{6,7}$/.test(number) ? ok({ number, doubt: null }) : err({ kind: "error.licence_number_fca" });
}

/** File numbers of German registers have no common form (DE-ACTOR-03): letters, digits and what stands between them. */
function checkFileNumber(written: string): Result<NumberChecked, NumberRefusal> {
  const number = written.normalize("NFKC").replace(/\s+/g, " ").trim();
  return /^(?=.*\d)[\p{L}\d ./()-]{1,40}$/u.test(number)
    ? ok({ number, doubt: null })
    : err({ kind: "error.licence_number" });
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
