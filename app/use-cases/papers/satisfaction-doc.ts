import type { LetterLinks } from "#app/domain/contact/with-code.ts";
import type { SatisfactionContent } from "#app/domain/papers/content.ts";
import type { DocTable, PaperDoc } from "#app/domain/papers/doc.ts";
import { satisfactionNotes } from "#app/domain/papers/satisfaction.ts";
import { amountColumns, line } from "./debtor-docs.ts";
import { headOf, type SaidToDebtor, undoing } from "./doc-head.ts";

type Said = SaidToDebtor & { links: LetterLinks };

/** Says that nothing more is owed, on what payments, what the law adds, and how to find out whether it still holds. */
export function satisfactionDoc(content: SatisfactionContent, said: Said): PaperDoc {
  const { t, links } = said;
  const { issuer, creditor, cancels, satisfiedOn, principal } = content;
  const head = headOf(content, said);
  const { code, verifyUrl: url, verifyPage } = links;
  return {
    ...head,
    facts: [
      ...head.facts,
      [t("paper.on_case"), content.case],
      [t("receipt.creditor"), creditor],
      [t("satisfaction.by"), issuer.name],
      [t("satisfaction.on"), { on: satisfiedOn }],
      [t("satisfaction.principal"), { minor: principal }],
      ...undoing(cancels, t),
    ],
    parties: [],
    tables: content.payments.length > 0 ? [paymentsTable(content, said)] : [],
    notes: cancels ? [t("satisfaction.withdrawn", { number: cancels.number })] : declared(content, said),
    check: cancels ? null : { text: t("satisfaction.check", { verifyUrl: url, verifyPage }), code, url },
  };
}

function declared(content: SatisfactionContent, { t }: Said): string[] {
  const { issuer, creditor, how } = content;
  const acting =
    issuer.name === creditor ? [] : [t("satisfaction.acting", { issuer: issuer.name, creditor })];
  const added = satisfactionNotes(content).map(({ note, days, citation }) =>
    note === "file" && days !== null
      ? t("satisfaction.note.file_days", { citation, days })
      : t(`satisfaction.note.${note}`, { citation }),
  );
  return [t(`satisfaction.${how}`, { creditor }), ...acting, ...added, t("satisfaction.holds")];
}

function paymentsTable({ payments, total }: SatisfactionContent, said: Said): DocTable {
  const { t } = said;
  return {
    heading: t("satisfaction.payments"),
    columns: amountColumns(said).map((column, at) =>
      at === 0 ? { ...column, label: t("receipt.paid_on") } : column,
    ),
    rows: payments.map(({ on, amount }) => [{ on }, { minor: amount }]),
    totals: [line(t("satisfaction.counted"), total)],
  };
}
