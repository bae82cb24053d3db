import type { StatementContent, StatementSum } from "#app/domain/papers/content.ts";
import type { DocTable, PaperDoc } from "#app/domain/papers/doc.ts";
import { causeWords } from "#app/messages/cause.ts";
import { formatDate } from "#app/messages/format.ts";
import { headOf, type Said } from "./doc-head.ts";

/** A period's account: what there was, what moved case by case, and what there is. */
export function statementDoc(content: StatementContent, said: Said): PaperDoc {
  const { t } = said;
  const { issuer, recipient, period, sums, cases } = content;
  const head = headOf(content, said);
  return {
    ...head,
    facts: [
      ...head.facts,
      [t("paper.from"), issuer.name],
      [t("paper.to"), recipient.name],
      [t("statement.from"), { on: period.from }],
      [t("statement.to"), { on: period.to }],
    ],
    parties: [],
    tables: [
      sumsTable(t("statement.all"), sums, said),
      ...cases.flatMap(({ code, sums: own, lines }) => [
        sumsTable(code ? t("statement.of_case", { case: code }) : t("statement.of_none"), own, said),
        ...(lines.length > 0 ? [linesTable(lines, said)] : []),
      ]),
    ],
    notes: [
      t("statement.text"),
      ...(content.kind === "remittance_advice" ? [t("statement.advice_text")] : []),
    ],
  };
}

function sumsTable(heading: string, sums: readonly StatementSum[], { t }: Said): DocTable {
  return {
    heading,
    columns: [
      { label: t("statement.account"), share: 0.4 },
      ...(["opening", "moved", "closing"] as const).map((name) => ({
        ...{ label: t(`statement.${name}`), align: "end" as const, share: 0.2 },
      })),
    ],
    rows: sums.map(({ account, opening, moved, closing }) => [
      t(`statement.account.${account}`),
      { minor: opening },
      { minor: moved },
      { minor: closing },
    ]),
    totals: [],
  };
}

function linesTable(lines: StatementContent["cases"][number]["lines"], { t, locale }: Said): DocTable {
  return {
    heading: null,
    columns: [
      { label: t("statement.on"), share: 0.2 },
      { label: t("statement.what"), share: 0.36 },
      { label: t("statement.account"), share: 0.24 },
      { label: t("paper.amount"), align: "end", share: 0.2 },
    ],
    rows: lines.map(({ on, happenedOn, account, cause, amount }) => [
      { on },
      happenedOn
        ? t("statement.happened", { what: causeWords(cause, t), on: formatDate(happenedOn, locale) })
        : causeWords(cause, t),
      t(`statement.account.${account}`),
      { minor: amount },
    ]),
    totals: [],
  };
}
