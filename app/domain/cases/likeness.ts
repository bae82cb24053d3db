/** Case, accents, width, spaces and punctuation do not make two names different: `ACME, Inc.` and `Acme inc` are one. */
const normal = (text: string): string =>
  ascii.test(text)
    ? text.replace(/[^A-Za-z0-9]+/g, "").toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/[^\p{L}\p{N}]/gu, "")
        .toLowerCase();
/** Nothing in it is written in two ways; most names of an import are so. */
const ascii = /^[\x20-\x7e]*$/;

type Claimed = {
  creditorOrgId: string;
  debtorName: string;
  /** Invoice or contract number; without one, due date, amount and currency stand in for it. */
  reference: string | undefined;
  dueOn: string;
  principal: number;
  currency: string;
};

/** Equal for two postings of what is probably one claim. Digest it with a key before it is stored. */
export function duplicateText({ creditorOrgId, debtorName, reference, ...claim }: Claimed): string {
  const invoice = normal(reference ?? "") || `${claim.dueOn} ${claim.principal} ${claim.currency}`;
  return [creditorOrgId, normal(debtorName), invoice].join("\n");
}

/** Equal for one debtor at one place, whoever posts; conflict checks compare its digest. */
export const debtorText = (name: string, placeCode: string): string => `${normal(name)}\n${placeCode}`;
