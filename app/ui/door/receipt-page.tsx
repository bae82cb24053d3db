import type { Proposal } from "#app/domain/debtors/proposal.ts";
import type { StatementKind } from "#app/domain/debtors/statements.ts";
import { doorDate } from "#app/messages/door/languages.ts";
import { proposalWords } from "#app/messages/door/proposal.ts";
import type { DoorKey } from "#app/messages/door/translate.ts";
import { Card } from "#app/ui/card.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type AnswerShown, AnswerStatus } from "./answer-status.tsx";
import { Advice, type AdviceGiven, BackToClaim } from "./door-parts.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";
import { type ReportShown, ReportStatus } from "./report-status.tsx";

export type ReceiptShown = {
  id: string;
  kind: StatementKind;
  reason: string | null;
  code: string;
  on: string;
  time: string;
  zone: string;
  entry: number;
  hash: string;
  words: string | null;
  file: string | null;
  proposal: Proposal | null;
  currency: string;
  /** Whether it made the ladder rest. */
  froze: boolean;
  /** Of a report of conduct, how it stands. */
  report: ReportShown | null;
  /** Of a proposal, what was answered. */
  answered: AnswerShown;
};

const withNext = ["dispute", "not_me", "help"] as const;
const hasNext = (kind: StatementKind): kind is (typeof withNext)[number] =>
  withNext.some((each) => each === kind);

/** What it did, in words. */
function effectOf({ kind, froze }: Pick<ReceiptShown, "kind" | "froze">): DoorKey {
  if (kind === "report_severe") return "receipt.frozen_report";
  return froze ? "receipt.frozen" : "receipt.kept";
}

type ReceiptPageProps = {
  receipt: ReceiptShown;
  formKey: string;
  onlyReceipts: boolean;
  advice: AdviceGiven;
};

/** What was handed in, when, where it stands, and what happens next. */
export function ReceiptPage({ receipt, formKey, onlyReceipts, advice }: ReceiptPageProps) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const { kind, reason, code, on, time, zone, entry, hash, words, file, proposal, currency } = receipt;
  const asked = kind === "report_severe" ? "report" : kind;
  const why = reason ? `: ${t(`${asked}.reason.${reason}` as DoorKey)}` : "";
  const given = (label: DoorKey, value: string | null): Pair[] =>
    value ? [{ label: t(label), value: <bdi>{value}</bdi> }] : [];
  const next = hasNext(kind) ? kind : "other";
  return (
    <div className="stack">
      {!onlyReceipts && <BackToClaim />}
      <h1>{t("receipt.title")}</h1>
      <Notice tone="ok" title={`${t(`said.${kind}`)}${why}`}>
        <p>{t(effectOf(receipt))}</p>
      </Notice>
      <Card>
        <KeyValue
          pairs={[
            {
              label: t("receipt.when"),
              value: t("receipt.when_value", { day: doorDate(on, language), time, zone }),
            },
            ...given("receipt.case", code),
            ...given("receipt.proposal", proposal && proposalWords(proposal, currency, language)),
            ...given("receipt.words", words),
            ...given("receipt.file", file),
            { label: t("receipt.entry"), value: String(entry) },
            { label: t("receipt.hash"), value: <code>{hash.slice(0, 16)}</code> },
          ]}
        />
        <p>
          <a className="button secondary wide" href={`/door/receipts/${receipt.id}/file`}>
            <span>{t("receipt.save")}</span>
          </a>
        </p>
      </Card>
      {kind === "parts" && <AnswerStatus answered={receipt.answered} formKey={formKey} currency={currency} />}
      {receipt.report ? (
        <ReportStatus report={receipt.report} />
      ) : (
        <Card title={t("receipt.next.title")}>
          <p>{t(`receipt.next.${next}`)}</p>
        </Card>
      )}
      <Advice advice={advice} />
    </div>
  );
}
