import type { LetterLinks } from "#app/domain/contact/with-code.ts";
import type { InvoiceContent, PaperContent, PartyNamed } from "#app/domain/papers/content.ts";
import type { Cell, DocTable, PaperDoc } from "#app/domain/papers/doc.ts";
import { translator } from "#app/messages/catalogue.ts";
import { formatMoney, formatPercent } from "#app/messages/format.ts";
import { type PaperLanguage, paperTranslator, workLanguage } from "#app/messages/paper-words.ts";
import type { T } from "#app/messages/translate.ts";
import { balanceDoc, receiptDoc } from "./debtor-docs.ts";
import { headOf, type Said, undoing } from "./doc-head.ts";
import { satisfactionDoc } from "./satisfaction-doc.ts";
import { statementDoc } from "./statement-doc.ts";

type Reading = { language: PaperLanguage; hash: string; links: LetterLinks };

/** A paper in the reader's language. Equal content gives equal words. */
export function paperDoc(content: PaperContent, { language, hash, links }: Reading): PaperDoc {
  const locale = workLanguage(language);
  const said = { t: translator(locale), locale, hash };
  const toDebtor = { t: paperTranslator(language), locale: language, hash };
  switch (content.kind) {
    case "invoice":
    case "credit_note":
      return invoiceDoc(content, said);
    case "receipt":
    case "receipt_cancelled":
      return receiptDoc(content, toDebtor);
    case "balance_letter":
      return balanceDoc(content, toDebtor);
    case "satisfaction_letter":
    case "satisfaction_withdrawn":
      return satisfactionDoc(content, { ...toDebtor, links });
    case "creditor_statement":
    case "remittance_advice":
      return statementDoc(content, said);
  }
}

const partyOf = (heading: string, { name, address, country, taxNumber }: PartyNamed, t: T) => ({
  heading,
  lines: [
    name,
    ...address.split(/\r?\n/),
    t(`paper.country.${country as "US"}`),
    ...(taxNumber ? [t("paper.tax_number", { number: taxNumber })] : []),
  ],
});

function invoiceDoc(content: InvoiceContent, said: Said): PaperDoc {
  const { t } = said;
  const { issuer, recipient, supply, cancels, notes } = content;
  const head = headOf(content, said);
  return {
    ...head,
    facts: [
      ...head.facts,
      [t("paper.on_case"), content.case],
      [t("paper.supply_from"), { on: supply.from }],
      [t("paper.supply_to"), { on: supply.to }],
      ...undoing(cancels, t),
    ],
    parties: [partyOf(t("paper.from"), issuer, t), partyOf(t("paper.to"), recipient, t)],
    tables: [invoiceTable(content, said)],
    notes: [
      ...(content.kind === "credit_note" && cancels
        ? [t("paper.credit_note_text", { number: cancels.number })]
        : []),
      ...notes.map(({ key, citation }) => t(`paper.tax.${key}`, { citation: citation ?? "" })),
      ...(content.tax.length > 0 ? [t("paper.tax.within")] : []),
    ],
  };
}

function invoiceTable(
  { basis, net, tax, total, currency, case: code }: InvoiceContent,
  said: Said,
): DocTable {
  const { t, locale } = said;
  const what =
    basis.what === "charge"
      ? [t("paper.line.charge", { case: code })]
      : (basis.parts ?? [basis]).map(({ successBps, recovered }) =>
          t("paper.line.fee", {
            case: code,
            percent: formatPercent(successBps),
            recovered: formatMoney(recovered, currency, locale),
          }),
        );
  const capped =
    basis.what === "fee" && basis.cappedBy ? [t("paper.line.capped", { ...basis.cappedBy })] : [];
  const amount = (label: string, minor: string): Cell[] => [label, { minor }];
  return {
    heading: null,
    columns: [
      { label: t("paper.what"), share: 0.72 },
      { label: t("paper.amount"), align: "end", share: 0.28 },
    ],
    rows: [amount([...what, ...capped].join("\n"), net)],
    totals: [
      ...tax.map(({ rateBps, citation, net: basisOf, tax: sum }) =>
        amount(
          t(citation ? "paper.tax.line" : "paper.tax.line_own", {
            percent: formatPercent(rateBps),
            citation: citation ?? "",
            net: formatMoney(basisOf, currency, locale),
          }),
          sum,
        ),
      ),
      amount(t("paper.total"), total),
    ],
  };
}
