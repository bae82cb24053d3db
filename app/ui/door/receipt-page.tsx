import type { StatementKind } from "#app/domain/debtors/statements.ts";
import { doorDate } from "#app/messages/door/languages.ts";
import type { DoorKey } from "#app/messages/door/translate.ts";
import { Card } from "#app/ui/card.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Advice, type AdviceGiven, BackToClaim } from "./door-parts.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

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
  /** Whether it made the ladder rest. */
  froze: boolean;
};

type ReceiptPageProps = { receipt: ReceiptShown; onlyReceipts: boolean; advice: AdviceGiven };

/** What was handed in, when, where it stands, and what happens next. */
export function ReceiptPage({ receipt, onlyReceipts, advice }: ReceiptPageProps) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const { kind, reason, code, on, time, zone, entry, hash, words, file } = receipt;
  const why = reason ? `: ${t(`${kind}.reason.${reason}` as DoorKey)}` : "";
  const given = (label: DoorKey, value: string | null): Pair[] =>
    value ? [{ label: t(label), value: <bdi>{value}</bdi> }] : [];
  const next = kind === "dispute" || kind === "not_me" || kind === "help" ? kind : "other";
  return (
    <div className="stack">
      {!onlyReceipts && <BackToClaim />}
      <h1>{t("receipt.title")}</h1>
      <Notice tone="ok" title={`${t(`said.${kind}`)}${why}`}>
        <p>{t(receipt.froze ? "receipt.frozen" : "receipt.kept")}</p>
      </Notice>
      <Card>
        <KeyValue
          pairs={[
            {
              label: t("receipt.when"),
              value: t("receipt.when_value", { day: doorDate(on, language), time, zone }),
            },
            ...given("receipt.case", code),
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
      <Card title={t("receipt.next.title")}>
        <p>{t(`receipt.next.${next}`)}</p>
      </Card>
      <Advice advice={advice} />
    </div>
  );
}
