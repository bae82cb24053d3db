import { type ClaimCurrency, currencyOf, isClaimCurrency } from "#app/domain/cases/amount.ts";
import { firstDay } from "#app/domain/cases/answers.ts";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { placeOf } from "#app/domain/places/register.ts";
import { readAmount } from "./amount-cells.ts";
import type { DebtKind, DebtorKind, FileTerms, ImportedClaim } from "./claim.ts";
import { claimKindWords, companyForms, debtorKindWords } from "./columns.data.ts";
import { type CellForms, type ClaimField, type ColumnMap, foldHeader, isPlaceholder } from "./columns.ts";
import { readDate } from "./date-cells.ts";
import { limitationMemo } from "./limitation-memo.ts";
import { type FoundPlace, placeReader } from "./place-cells.ts";

/** Why a row is not taken, and which cell says so; `reason` is a key of the catalogue. */
export type Reject = { field: ClaimField | null; value: string; reason: RejectReason };
export type RejectReason = `import.reason.${string}`;

/** What was mended or left out of a row that was taken; keys below `import.note.`. */
export const noteKinds = [
  "zip_restored",
  "lender_missing",
  "email_dropped",
  "phone_dropped",
  "date_dropped",
] as const;
export type NoteKind = (typeof noteKinds)[number];

export type RowReading = { claim: ImportedClaim; notes: NoteKind[] } | { rejects: Reject[] };

type Setting = { columns: ColumnMap; forms: CellForms; terms: FileTerms; today: string; series: Series };

const longestName = 200;
const longestCell = 2_000;
const earliest = dayOf(firstDay);
const unseen = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;
const hasUnseen = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u;

/** Reads the rows of one file: every claim whole, or everything that is wrong with its row. */
export function claimReader({ columns, forms, terms, today, series }: Setting) {
  const placed = placeReader(terms.country);
  const limitation = limitationMemo(terms, { today, series });
  const todayNo = dayOf(today);

  const cell = (row: readonly string[], field: ClaimField): string => {
    const at = columns[field];
    if (at === undefined) return "";
    const text = row[at]?.trim() ?? "";
    return isPlaceholder(text) ? "" : hasUnseen.test(text) ? text.replace(unseen, "") : text;
  };
  const long = (row: readonly string[], field: ClaimField) => cell(row, field).slice(0, longestCell);
  const refuse = (
    rejects: Reject[],
    row: readonly string[],
    field: ClaimField | null,
    reason: RejectReason,
  ) => rejects.push({ field, value: field ? (row[columns[field] ?? -1] ?? "") : "", reason });

  const dateIn = (row: readonly string[], field: ClaimField): number | RejectReason | null => {
    const text = cell(row, field);
    if (text === "") return null;
    const day = readDate(text, { order: forms.dates[field]?.order ?? null, today: todayNo });
    if (day === null) return "import.reason.date";
    if (day === "undecided") return "import.reason.date_unclear";
    if (day > todayNo) return "import.reason.date_future";
    return day < earliest ? "import.reason.date_early" : day;
  };

  const placeIn = (row: readonly string[]) =>
    placed({
      country: cell(row, "country"),
      province: cell(row, "province"),
      city: cell(row, "city"),
      postcode: cell(row, "postcode"),
      address: cell(row, "address"),
    });

  const amountIn = (row: readonly string[], currency: ClaimCurrency | null): number | RejectReason => {
    const text = cell(row, "principal");
    return text === "" ? "import.reason.amount_missing" : readAmount(text, currency ?? "USD", forms.decimal);
  };

  return (row: readonly string[], rowNo: number): RowReading => {
    const rejects: Reject[] = [];
    const notes: NoteKind[] = [];
    const name = cell(row, "debtorName");
    if (name.length < 2) refuse(rejects, row, "debtorName", "import.reason.name_missing");
    if (name.length > longestName) refuse(rejects, row, "debtorName", "import.reason.name_long");
    const debtorKind = debtorKindOf(cell(row, "debtorKind"), name, terms);
    if (debtorKind === null) refuse(rejects, row, "debtorKind", "import.reason.debtor_kind");
    const claimKind = claimKindOf(cell(row, "claimKind"), terms);
    if (claimKind === null) refuse(rejects, row, "claimKind", "import.reason.claim_kind");

    const place = placeIn(row);
    if (typeof place === "string") refuse(rejects, row, placeField(place, columns), place);
    else if (place.zipRestored) notes.push("zip_restored");

    const currency = currencyFor(cell(row, "currency"), typeof place === "string" ? null : place, terms);
    if (currency === null && typeof place !== "string")
      refuse(rejects, row, "currency", "import.reason.currency_unknown");
    const principal = amountIn(row, currency);
    if (typeof principal === "string") refuse(rejects, row, "principal", principal);

    const due = dateIn(row, "dueOn");
    if (due === null) refuse(rejects, row, "dueOn", "import.reason.due_missing");
    else if (typeof due === "string") refuse(rejects, row, "dueOn", due);
    const identity = identityOf(row, name, notes);
    if (
      rejects.length > 0 ||
      typeof place === "string" ||
      typeof due !== "number" ||
      typeof principal !== "number" ||
      !debtorKind ||
      !claimKind ||
      !currency
    ) {
      return { rejects };
    }
    identity.contractOn = optionalDate(dateIn(row, "contractOn"), { from: earliest, to: due }, notes);
    identity.lastPaymentOn = optionalDate(
      dateIn(row, "lastPaymentOn"),
      { from: earliest, to: todayNo },
      notes,
    );
    const dueOn = dateOf(due);
    const where = placeOf(place.placeCode) ?? place.province;
    const { last, standing } = limitation({
      place: where,
      debtorKind,
      claimKind,
      dueOn,
      lastPaymentOn: identity.lastPaymentOn,
    });
    return {
      notes,
      claim: {
        rowNo,
        debtorName: name,
        debtorKind,
        placeCode: place.placeCode,
        region: place.province.code,
        jurisdiction: where.jurisdiction ?? "",
        principal,
        currency,
        claimKind,
        dueOn,
        limitationLast: last,
        standing,
        identity,
      },
    };
  };

  /** Cells that a claim can do without: one that cannot be read is left out and counted. */
  function identityOf(row: readonly string[], name: string, notes: NoteKind[]) {
    const lender = long(row, "lender");
    if (columns.lender !== undefined && lender === "") notes.push("lender_missing");
    const [city, postcode] = [cell(row, "city"), cell(row, "postcode")];
    return {
      name,
      address: [long(row, "address"), city, postcode && restored(postcode)]
        .filter(Boolean)
        .join(", ")
        .slice(0, 400),
      email: kept(cell(row, "email"), isEmail, "email_dropped", notes),
      phone: kept(cell(row, "phone"), isPhone, "phone_dropped", notes),
      reference: long(row, "reference").slice(0, 80),
      lender: lender.slice(0, 200),
      contractOn: "",
      lastPaymentOn: "",
      description: long(row, "description"),
    };
  }
}

const isEmail = (text: string) => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
const isPhone = (text: string) => /^[+0-9 ()-]{6,24}$/.test(text);
const kept = (text: string, fits: (text: string) => boolean, note: NoteKind, notes: NoteKind[]): string => {
  if (text === "" || fits(text)) return text;
  notes.push(note);
  return "";
};

/** Lost zeros come back in the address as well; a ZIP code of noughts is none. */
const restored = (postcode: string) =>
  /^\d{3,4}$/.test(postcode) ? postcode.padStart(5, "0") : /^0+$/.test(postcode) ? "" : postcode;

const optionalDate = (
  day: number | RejectReason | null,
  { from, to }: { from: number; to: number },
  notes: NoteKind[],
): string => {
  if (day === null) return "";
  if (typeof day === "number" && day >= from && day <= to) return dateOf(day);
  notes.push("date_dropped");
  return "";
};

function debtorKindOf(said: string, name: string, terms: FileTerms): DebtorKind | null {
  if (said !== "") return debtorKindWords[foldHeader(said)] ?? null;
  return companyForms.test(name) ? "company" : terms.debtorKind;
}

const claimKindOf = (said: string, { claimKind }: FileTerms): DebtKind | null =>
  said === "" ? claimKind : (claimKindWords[foldHeader(said)] ?? null);

const currencyWords: Record<string, ClaimCurrency> = {
  RMB: "CNY",
  人民币: "CNY",
  元: "CNY",
  美元: "USD",
  港币: "HKD",
  港元: "HKD",
  欧元: "EUR",
  英镑: "GBP",
  日元: "JPY",
  "€": "EUR",
  "£": "GBP",
};

function currencyFor(said: string, place: FoundPlace | null, terms: FileTerms): ClaimCurrency | null {
  if (said === "") return terms.currency ?? currencyOf(place?.province.country) ?? null;
  const code = said.toUpperCase();
  return isClaimCurrency(code) ? code : (currencyWords[code] ?? null);
}

/** The column a reader should look at for a place that was not found. */
function placeField(reason: string, columns: ColumnMap): ClaimField | null {
  const wanted: ClaimField[] =
    reason === "import.reason.zip" || reason === "import.reason.zip_state"
      ? ["postcode"]
      : reason === "import.reason.city_missing"
        ? ["city", "address", "province"]
        : ["province", "city", "address", "country"];
  return wanted.find((field) => columns[field] !== undefined) ?? null;
}
