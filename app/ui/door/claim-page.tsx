import { doorDate, doorMoney } from "#app/messages/door/languages.ts";
import type { DoorKey } from "#app/messages/door/translate.ts";
import { termText } from "#app/messages/term-text.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ClaimShown } from "./claim-shown.ts";
import { Advice } from "./door-parts.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";
import { NothingOwed } from "./payments-page.tsx";
import { Said } from "./said.tsx";

/** Who says what, how it adds up, and five ways on that look alike. */
export function ClaimPage({ claim }: { claim: ClaimShown }) {
  const t = useDoorT();
  const { isOver, pauses, replyTo, letterOfEnd } = claim;
  const isAsked = !isOver && !letterOfEnd;
  return (
    <div className="stack">
      <Opening claim={claim} />
      {letterOfEnd && <NothingOwed letter={letterOfEnd} />}
      {isAsked && pauses.some((pause) => pause !== "channel_optout") && (
        <Notice tone="ok" title={t("claim.paused.title")}>
          <p>{t("claim.paused.text")}</p>
        </Notice>
      )}
      {claim.said.length > 0 && (
        <Card title={t("claim.said.title")}>
          <Said said={claim.said} />
        </Card>
      )}
      <Parties claim={claim} />
      <Sums claim={claim} />
      <Papers claim={claim} />
      {isAsked && <Choices />}
      <Card title={t("claim.more.title")}>
        <ul className="door-links">
          <li>
            <a href="/door/contact">{t("claim.more.contact")}</a>
          </li>
          <li>
            <a href="/door/payments">{t("paid.link")}</a>
          </li>
          <li>
            <a href="/door/history">{t("claim.more.history")}</a>
          </li>
          <li>
            <a href="/door/report">{t("claim.more.report")}</a>
          </li>
          <li>
            <a href="/door/data">{t("data.link")}</a>
          </li>
          <li>
            <a href="/door/request">{t("request.link")}</a>
          </li>
        </ul>
        {replyTo && <p>{t("claim.write", { address: replyTo })}</p>}
      </Card>
      <Advice advice={claim.advice} />
      <ActionForm action="/door/leave">
        <Button tone="quiet">{t("door.leave")}</Button>
      </ActionForm>
    </div>
  );
}

/** What this is, in one line: what they say is owed, or that it is over. */
function Opening({ claim: { creditor, figures, currency, isOver, letterOfEnd } }: { claim: ClaimShown }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const total = doorMoney(figures.total, currency, language);
  if (letterOfEnd)
    return (
      <>
        <h1>{t("paid.claim_title", { creditor })}</h1>
        <p>{t("claim.over")}</p>
      </>
    );
  return (
    <>
      <h1>{isOver ? t("claim.title_over") : t("claim.title", { creditor, total })}</h1>
      <p>{t(isOver ? "claim.over" : "claim.is_said")}</p>
    </>
  );
}

function Parties({ claim }: { claim: ClaimShown }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const named = (label: DoorKey, value: string | null): Pair[] =>
    value ? [{ label: t(label), value: <bdi>{value}</bdi> }] : [];
  const day = (on: string | null) => on && doorDate(on, language);
  return (
    <Card>
      <KeyValue
        pairs={[
          ...named("claim.to", claim.debtor ?? t("claim.erased")),
          ...named("claim.creditor", claim.creditor),
          ...named("claim.firm", claim.firm ?? t("claim.no_firm")),
          ...named("claim.licence", claim.licence && t("verify.licence_value", claim.licence)),
          ...named("claim.what", t(`claim.kind.${claim.kind}`)),
          ...named("claim.description", claim.description),
          ...named("claim.contract_on", day(claim.contractOn)),
          ...named("claim.due_on", day(claim.dueOn)),
          ...named("claim.reference", claim.reference),
          ...named("claim.case", claim.code),
        ]}
      />
    </Card>
  );
}

function Sums({ claim: { figures, currency, letter, letterOfEnd } }: { claim: ClaimShown }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const money = (amount: number) => doorMoney(amount, currency, language);
  const sum = (label: DoorKey, amount: number): Pair[] =>
    amount === 0 ? [] : [{ label: t(label), value: money(amount) }];
  const { total } = figures;
  return (
    <Card title={t("claim.sum.title", { day: doorDate(figures.asOf, language) })}>
      {!letterOfEnd && (
        <p>
          {t("claim.letter", { day: doorDate(letter.on, language), asked: money(letter.asked) })}{" "}
          {letter.added > 0 && `${t("claim.letter_added", { added: money(letter.added) })} `}
          {letter.paid > 0 && t("claim.letter_paid", { paid: money(letter.paid) })}
        </p>
      )}
      <KeyValue
        figures
        total
        pairs={[
          { label: t("claim.sum.principal"), value: money(figures.principal) },
          ...sum("claim.sum.interest", figures.interest),
          ...sum("claim.sum.fixed", figures.fixedSum),
          ...sum("claim.sum.costs", figures.courtCosts),
          ...figures.payments.map(({ on, amount }, at) => ({
            label: t("claim.sum.paid", { day: doorDate(on, language) }),
            value: money(-amount),
            key: at,
          })),
          ...(letterOfEnd ? sum(total < 0 ? "paid.over" : "paid.waived", -total) : []),
          { label: t("claim.sum.total"), value: money(letterOfEnd ? 0 : total) },
        ]}
      />
      {figures.interestUnknown && <p className="hint">{t("claim.sum.interest_unknown")}</p>}
    </Card>
  );
}

function Papers({ claim: { papers, erasure } }: { claim: ClaimShown }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const gone =
    erasure && t("erasure.papers", { on: doorDate(erasure.on, language), term: termText(t, erasure.rule) });
  return (
    <Card title={t("claim.papers.title")}>
      {papers.length === 0 ? (
        <p>{gone ?? t("claim.papers.none")}</p>
      ) : (
        <ul className="door-links">
          {papers.map(({ id, title, kind }) => (
            <li key={id}>
              <a href={`/door/papers/${id}`}>
                {t(`claim.papers.kind.${kind}` as DoorKey)}: <bdi>{title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const choices = [
  { name: "pay", to: "/door/pay" },
  { name: "parts", to: "/door/parts" },
  { name: "dispute", to: "/door/dispute" },
  { name: "help", to: "/door/help" },
  { name: "not_me", to: "/door/not-me" },
] as const;

/** Five of one size and one look: none is recommended. */
function Choices() {
  const t = useDoorT();
  return (
    <section className="stack" aria-labelledby="choose">
      <div>
        <h2 id="choose">{t("claim.choose.title")}</h2>
        <p className="hint">{t("claim.choose.hint")}</p>
      </div>
      <ul className="door-choices">
        {choices.map(({ name, to }) => (
          <li key={name}>
            <a href={to}>
              <b>{t(`claim.choose.${name}`)}</b>
              <span>{t(`claim.choose.${name}_hint`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
