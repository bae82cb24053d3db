import type { PackId } from "#app/domain/law/pack.ts";

/**
 * Papers that a letter encloses in the words of whoever prescribes them. The product has none of these words: administrators keep the published
 * file. Each is named as the item of a checklist that it is, and as the value that a template puts in where the letter names it.
 */
export const formIds = ["informationSheet", "replyForm", "financialStatement"] as const;
export type FormId = (typeof formIds)[number];

type PrescribedForm = { pack: PackId; cite: string; publishedAt: string };

const debtProtocol = {
  pack: "GB-EW",
  publishedAt: "https://www.justice.gov.uk/courts/procedure-rules/civil/pdf/protocols/debt-pap.pdf",
} as const;

/** By whom each is prescribed, and where it is published. */
export const prescribedForms: Record<FormId, PrescribedForm> = {
  informationSheet: { ...debtProtocol, cite: "PAP for Debt Claims 3.1(c), Annex 1" },
  replyForm: { ...debtProtocol, cite: "PAP for Debt Claims 3.1(c), Annex 1" },
  financialStatement: { ...debtProtocol, cite: "PAP for Debt Claims 3.1(d), Annex 2" },
};

/** A form as it is enclosed: the edition that the letter names, and its file. */
export type Enclosure = { form: FormId; edition: string; documentHash: string; pages: number };

const known: ReadonlySet<string> = new Set(formIds);
export const isFormId = (name: string): name is FormId => known.has(name);
