import type { issueInvoice } from "#app/use-cases/papers/issue-invoice.server.ts";

type Refusal = Extract<Awaited<ReturnType<typeof issueInvoice>>, { ok: false }>["error"];

/** The message for a bill that was refused; null where there is no such case for this reader. */
export function whyNotBilled(refusal: Refusal): string | null {
  switch (refusal.kind) {
    case "case-not-found":
      return null;
    case "nothing-to-bill":
      return "papers.nothing_to_bill";
    case "amount-changed":
      return "papers.amount_changed";
    case "particulars-missing":
      return `papers.missing.${refusal.whose}`;
    case "tax-unknown":
      return `papers.tax_unknown.${refusal.reason}`;
  }
}
