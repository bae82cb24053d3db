import type { BalanceContent, ReceiptContent } from "#app/domain/papers/content.ts";
import type { Cell, DocTable, PaperDoc } from "#app/domain/papers/doc.ts";
import { paperDate } from "#app/messages/paper-words.ts";
import { headOf, type SaidToDebtor as Said, undoing } from "./doc-head.ts";

/** The parts of a payment in the order they are read in. */
const partNames = ["costs", "interest", "principal", "over", "unassigned"] as const;

export const line = (label: string, minor: string): Cell[] => [label, { minor }];

export function receiptDoc(content: ReceiptContent, said: Said): PaperDoc {
  const { t } = said;
  const { issuer, creditor, setOff, total, through, cancels } = content;
  const head = headOf(content, said);
  const parts = partNames.filter((part) => setOff[part] !== "0");
  const assigned = parts.some((part) => part !== "unassigned");
  return {
    ...head,
    facts: [
      ...head.facts,
      [t("paper.on_case"), content.case],
      [t("receipt.paid_to"), issuer.name],
      [t("receipt.creditor"), creditor],
      [t("receipt.paid_on"), { on: content.paidOn }],
      [t("receipt.through"), t(`receipt.through.${through}`)],
      ...undoing(cancels, t),
    ],
    parties: [],
    tables: [
      {
        heading: null,
        columns: amountColumns(said),
        rows: assigned ? parts.map((part) => line(t(`receipt.part.${part}`), setOff[part])) : [],
        totals: [line(t("receipt.total"), total)],
      },
    ],
    notes: [t(cancels ? "receipt.cancelled_text" : "receipt.text", { number: cancels?.number ?? "" })],
  };
}

export const amountColumns = ({ t }: Said): DocTable["columns"] => [
  { label: t("paper.what"), share: 0.72 },
  { label: t("paper.amount"), align: "end", share: 0.28 },
];

export function balanceDoc(content: BalanceContent, said: Said): PaperDoc {
  const { t } = said;
  const { issuer, creditor, asOf, dueOn, interest, left } = content;
  const head = headOf(content, said);
  return {
    ...head,
    facts: [
      ...head.facts,
      [t("paper.on_case"), content.case],
      [t("balance.from"), issuer.name],
      [t("receipt.creditor"), creditor],
      [t("balance.due_on"), { on: dueOn }],
      [t("balance.as_of"), { on: asOf }],
    ],
    parties: [],
    tables: [
      claimTable(content, said),
      ...(interest.parts.length > 0 ? [interestTable(content, said)] : []),
      ...(content.payments.length > 0 ? [paymentsTable(content, said)] : []),
      ...(left ? [leftTable(left, content, said)] : []),
    ],
    notes: [
      ...(interest.citation ? [t("balance.interest_basis", { citation: interest.citation })] : []),
      ...(isRoundedApart(interest) ? [t("balance.rounded")] : []),
      t("balance.text"),
    ],
  };
}

/** Whether the lines of the interest, each rounded for show, do not add up to its sum. */
const isRoundedApart = ({ parts, amount }: BalanceContent["interest"]): boolean =>
  parts.reduce((sum, part) => sum + BigInt(part.amount), 0n) !== BigInt(amount);

function claimTable({ principal, costs, interest, payments, total }: BalanceContent, said: Said): DocTable {
  const { t } = said;
  const paid = payments.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return {
    heading: null,
    columns: amountColumns(said),
    rows: [
      line(t("receipt.part.principal"), principal),
      line(t("receipt.part.interest"), interest.amount),
      line(t("receipt.part.costs"), costs),
      line(t("balance.paid"), String(-paid)),
    ],
    totals: [line(t("balance.total"), total)],
  };
}

function interestTable({ interest }: BalanceContent, { t, locale }: Said): DocTable {
  return {
    heading: t("balance.interest"),
    columns: [
      { label: t("balance.period"), share: 0.36 },
      { label: t("balance.days"), align: "end", share: 0.1 },
      { label: t("balance.rate"), align: "end", share: 0.14 },
      { label: t("balance.on"), align: "end", share: 0.2 },
      { label: t("paper.amount"), align: "end", share: 0.2 },
    ],
    rows: interest.parts.map(({ from, to, days, rate, principal, amount }) => [
      t("balance.from_to", { from: paperDate(from, locale), to: paperDate(to, locale) }),
      { count: days },
      `${rate} %`,
      { minor: principal },
      { minor: amount },
    ]),
    totals: [[t("paper.total"), "", "", "", { minor: interest.amount }]],
  };
}

function paymentsTable({ payments }: BalanceContent, { t }: Said): DocTable {
  return {
    heading: t("balance.payments"),
    columns: [
      { label: t("receipt.paid_on"), share: 0.22 },
      ...(["costs", "interest", "principal"] as const).map((part) => ({
        ...{ label: t(`receipt.part.${part}`), align: "end" as const, share: 0.19 },
      })),
      { label: t("paper.amount"), align: "end", share: 0.21 },
    ],
    rows: payments.map(({ on, amount, setOff }) => [
      { on },
      { minor: setOff.costs },
      { minor: setOff.interest },
      { minor: setOff.principal },
      { minor: amount },
    ]),
    totals: [],
  };
}

function leftTable(
  left: NonNullable<BalanceContent["left"]>,
  { total }: BalanceContent,
  said: Said,
): DocTable {
  const { t } = said;
  return {
    heading: t("balance.left"),
    columns: amountColumns(said),
    rows: (["principal", "interest", "costs"] as const).map((part) =>
      line(t(`receipt.part.${part}`), left[part]),
    ),
    totals: [line(t("balance.total"), total)],
  };
}
