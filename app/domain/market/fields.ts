import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { fieldRows } from "./fields.data.ts";

type ClaimKind = CaseAnswers["claim"]["kind"];

/** A practice field, or the branch that holds it. */
export type Field = Readonly<{
  code: string;
  /** The branch's code; null for a branch. */
  parent: string | null;
  zh: string;
  en: string;
  /** What a claim of this field may be posted as; of a branch, whatever its fields may. */
  kinds: readonly string[];
  aliases: readonly string[];
}>;

const words = (text: string) => text.split(" ").filter(Boolean);

function fieldOfRow(row: string): Field {
  const [code, zh, en, kinds, aliases] = row.split("|");
  const [branch, leaf] = code.split(".");
  return { code, parent: leaf ? branch : null, zh, en, kinds: words(kinds), aliases: words(aliases) };
}

const rows = fieldRows.trim().split("\n").map(fieldOfRow);

/** Every branch with its fields after it. */
export const fields: readonly Field[] = rows.map((field) =>
  field.parent
    ? field
    : {
        ...field,
        kinds: [...new Set(rows.filter(({ parent }) => parent === field.code).flatMap(({ kinds }) => kinds))],
      },
);

const byCode = new Map(fields.map((field) => [field.code, field]));

/** The field or branch with this code; null means no such field. */
export const fieldOf = (code: string): Field | null => byCode.get(code) ?? null;

export const branches: readonly Field[] = fields.filter(({ parent }) => parent === null);

/** What a claim can be filed under. */
export const leaves: readonly Field[] = fields.filter(({ parent }) => parent !== null);

/** The fields of a branch; a field alone for itself, nothing for an unknown code. */
export const leavesOf = (code: string): Field[] =>
  leaves.filter((field) => field.code === code || field.parent === code);

/** The branches that these fields make up; null where they are part of one only. */
export function wholeBranches(codes: readonly string[]): string[] | null {
  const within = branches.filter((branch) => leavesOf(branch.code).every(({ code }) => codes.includes(code)));
  const made = within.flatMap((branch) => leavesOf(branch.code)).length;
  return made === new Set(codes).size ? within.map(({ code }) => code) : null;
}

export const isLeaf = (code: string): boolean => Boolean(byCode.get(code)?.parent);

type Claim = { kind: string; purpose: "consumer" | "commercial"; creditorKind: string };

const usual: Record<ClaimKind, (claim: Claim) => string> = {
  loan_bank: ({ purpose }) => (purpose === "consumer" ? "lending.consumer_finance" : "lending.bank_loan"),
  loan_private: ({ creditorKind }) =>
    creditorKind === "natural" ? "private.personal_loan" : "private.business_loan",
  goods: ({ purpose }) => (purpose === "consumer" ? "trade.retail" : "trade.wholesale"),
  services: () => "services.other",
  rent: ({ purpose }) => (purpose === "consumer" ? "property.residential_rent" : "property.commercial_rent"),
  invoice_b2b: () => "trade.invoices",
  other: () => "general.other",
};

/** What a claim is filed under: the field its creditor chose, or else the usual one of its kind. */
export function filedUnder(claim: Claim, chosen?: string): string {
  if (chosen && fits(chosen, claim.kind)) return chosen;
  const field = Object.hasOwn(usual, claim.kind) ? usual[claim.kind as ClaimKind](claim) : "general.other";
  return field;
}

/** Whether a claim of this kind can be filed under a field. */
export const fits = (code: string, kind: string): boolean =>
  isLeaf(code) && Boolean(byCode.get(code)?.kinds.includes(kind));
