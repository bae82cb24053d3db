import { doorDate, doorMoney } from "#app/messages/door/languages.ts";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackToClaim } from "./door-parts.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

type Named = { id: string; number: string; on: string };
type Gone = { number: string; on: string };

/** What came in and what it is proved by; amounts in minor units of `currency`. */
export type PaidShown = {
  currency: string;
  payments: { on: string; amount: number; receipt: Named | null }[];
  withdrawn: Gone[];
  letter: Named | null;
  lettersWithdrawn: Gone[];
};

/** Every payment with its receipt, and on top that nothing more is owed, where it is so. */
export function PaymentsPage({ paid }: { paid: PaidShown }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const { currency, payments, withdrawn, letter, lettersWithdrawn } = paid;
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t("paid.title")}</h1>
      {letter && <NothingOwed letter={letter} />}
      {lettersWithdrawn.map(({ number, on }) => (
        <p key={number}>{t("paid.letter_gone", { number, day: doorDate(on, language) })}</p>
      ))}
      <p>{t(payments.length > 0 ? "paid.lead" : "paid.none")}</p>
      {payments.length > 0 && (
        <Card>
          <ol className="door-past">
            {payments.map(({ on, amount, receipt }, at) => (
              <li key={at}>
                <b>
                  {t("paid.one", {
                    amount: doorMoney(amount, currency, language),
                    day: doorDate(on, language),
                  })}
                </b>
                {receipt ? (
                  <a href={`/door/payments/${receipt.id}`}>{t("paid.receipt", { number: receipt.number })}</a>
                ) : (
                  <span>{t("paid.waits")}</span>
                )}
              </li>
            ))}
          </ol>
        </Card>
      )}
      {withdrawn.map(({ number, on }) => (
        <p key={number} className="hint">
          {t("paid.gone", { number, day: doorDate(on, language) })}
        </p>
      ))}
    </div>
  );
}

/** That it is over, and the paper that proves it. */
export function NothingOwed({ letter }: { letter: Pick<Named, "id"> }) {
  const t = useDoorT();
  return (
    <Notice tone="ok" title={t("paid.full")}>
      <p>{t("paid.full_text")}</p>
      <p>
        <a className="button primary wide" href={`/door/payments/${letter.id}`}>
          <span>{t("paid.letter")}</span>
        </a>
      </p>
    </Notice>
  );
}
