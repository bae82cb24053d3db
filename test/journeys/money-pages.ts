import type { Demo } from "./demo.ts";
import { admin, anybody, creditor, type DemoPage, lawyer, parties } from "./shown-to.ts";

const forms = (shown: typeof anybody, names: string[]) =>
  Object.fromEntries(names.map((name) => [`cases.$caseId.money.${name}`, shown(formAt(name))]));
const formAt = (name: string) => (demo: Demo) =>
  `/cases/${demo.cases.engaged}/money/${name.replace(".", "/")}`;

/** The pages about money and its papers: of a case nothing was paid on yet, of a claim that was paid, and of one that is paid in parts. */
export const moneyPages: Record<string, DemoPage> = {
  "payments._index": parties("/payments"),
  "payments.billing": parties("/payments/billing"),
  "papers.$paperId.cancel": lawyer(({ money }) => `/papers/${money.invoiceId}/cancel`),
  "cases.$caseId.money._index": parties(({ cases, money }) => [
    `/cases/${cases.engaged}/money`,
    `/cases/${money.paid}/money`,
    `/cases/${money.paid}/money?account=debtor`,
    `/cases/${money.inParts}/money`,
  ]),
  ...forms(parties, ["report", "answer", "ask", "withdraw", "plan.stop"]),
  ...forms(lawyer, ["advance", "spend", "end-advance"]),
  "cases.$caseId.money.invoice": lawyer(({ cases, money }) =>
    [cases.engaged, money.paid].map((id) => `/cases/${id}/money/invoice`),
  ),
  "cases.$caseId.money.balance": lawyer(({ cases, money }) =>
    [cases.engaged, money.paid].map((id) => `/cases/${id}/money/balance`),
  ),
  "cases.$caseId.proposal": parties(({ cases }) => `/cases/${cases.engaged}/proposal`),
  "cases.$caseId.money.plan._index": parties(({ cases }) => `/cases/${cases.engaged}/money/plan`),
  "cases.$caseId.money.pay": creditor(formAt("pay?for=platform_charge")),
  "mandates.$caseId.$mandateId.cases": lawyer(
    ({ money }) => `/mandates/${money.pastMandate.caseId}/${money.pastMandate.id}/cases`,
  ),
  "mandates.$caseId.$mandateId.invoice": lawyer(
    ({ money }) => `/mandates/${money.paid}/${money.pastMandate.id}/invoice`,
  ),
  "pay.$token._index": anybody("/pay/none", 410),
  "pay.$token.stop": anybody("/pay/none/stop", 410),
  "admin.exceptions._index": admin("/admin/exceptions"),
  "admin.exceptions.propose": admin("/admin/exceptions/propose"),
  "admin.exceptions.decide": admin("/admin/exceptions/decide"),
  "admin.books._index": admin("/admin/books"),
  "admin.months._index": admin("/admin/months"),
  "admin.papers": admin("/admin/papers"),
  "admin.provider._index": admin("/admin/provider"),
};
