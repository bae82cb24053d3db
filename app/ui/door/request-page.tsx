import type { RequestAnswer, RequestKind } from "#app/domain/privacy/data-requests.ts";
import type { Obstacle } from "#app/domain/privacy/may-erase.ts";
import type { RetentionRow } from "#app/domain/privacy/retention.data.ts";
import { doorDate } from "#app/messages/door/languages.ts";
import { termText } from "#app/messages/term-text.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { Advice, type AdviceGiven, BackToClaim } from "./door-parts.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

type Running = { row: RetentionRow; endedOn: string };
type Against = { obstacles: Obstacle[]; terms: Running[] };
type RequestShown = Against & {
  id: string;
  number: string;
  kind: RequestKind;
  words: string | null;
  askedOn: string;
  dueOn: string;
  answer: RequestAnswer | null;
  answeredOn: string | null;
  reason: string | null;
};

export type RequestsShown = {
  erasure: { on: string; rule: RetentionRow } | null;
  standing: Against & { allowed: boolean; ahead: RetentionRow[] };
  requests: RequestShown[];
};

type RequestPageProps = { shown: RequestsShown; formKey: string; answer: unknown; advice: AdviceGiven };

/** What was asked about the debtor's data with its answers, what can be erased now and what is kept how long, and the form to ask. */
export function RequestPage({ shown, formKey, answer, advice }: RequestPageProps) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const { erasure, standing, requests } = shown;
  const waits = requests.some((each) => each.answer === null);
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t("request.title")}</h1>
      {erasure && (
        <Notice tone="ok" title={t("claim.erased")}>
          <p>
            {doorDate(erasure.on, language)} ({termText(t, erasure.rule)})
          </p>
        </Notice>
      )}
      {requests.map((request) => (
        <Request key={request.id} request={request} />
      ))}
      {!erasure && <Standing standing={standing} />}
      {!erasure && !waits && <Ask formKey={formKey} answer={answer} />}
      <Advice advice={advice} />
    </div>
  );
}

/** What the law asks to be kept for now, and what would be erased at once. */
function Standing({ standing: { allowed, ahead, ...against } }: { standing: RequestsShown["standing"] }) {
  const t = useDoorT();
  return (
    <Card title={t("request.standing")}>
      <p>{t(allowed ? "request.free" : "request.not_yet")}</p>
      {!allowed && <Reasons against={against} ahead={ahead} />}
      <p>{t("request.what_goes")}</p>
      <p className="hint">{t("request.what_stays")}</p>
    </Card>
  );
}

function Reasons({
  against: { obstacles, terms },
  ahead = [],
}: {
  against: Against;
  ahead?: RetentionRow[];
}) {
  const t = useDoorT();
  const language = useDoorLanguage();
  return (
    <ul>
      {obstacles.map((each) => (
        <li key={each}>{t(`request.obstacle.${each}`)}</li>
      ))}
      {terms.map(({ row, endedOn }) => (
        <li key={row.id}>
          {t("request.term", { term: termText(t, row), day: doorDate(endedOn, language) })}{" "}
          <Source row={row} />
        </li>
      ))}
      {ahead.map((row) => (
        <li key={row.id}>
          {t("request.ahead", { term: termText(t, row) })} <Source row={row} />
        </li>
      ))}
    </ul>
  );
}

function Source({ row: { source, force } }: { row: RetentionRow }) {
  const t = useDoorT();
  return (
    <span className="hint">
      {source.instrument}, {source.provision}
      {force === "operator" && ` ${t("request.own_term")}`}
    </span>
  );
}

function Request({ request }: { request: RequestShown }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const { kind, number, words, askedOn, dueOn, answer, answeredOn, reason } = request;
  const given = (label: Parameters<typeof t>[0], value: string | null): Pair[] =>
    value ? [{ label: t(label), value: <bdi>{value}</bdi> }] : [];
  const hasReasons = request.obstacles.length + request.terms.length > 0;
  return (
    <Card title={t(`request.asked.${kind}`)}>
      <KeyValue
        pairs={[
          { label: t("request.number"), value: <code>{number}</code> },
          { label: t("request.on"), value: doorDate(askedOn, language) },
          ...given("receipt.words", words),
          answer
            ? {
                label: t("request.answer"),
                value: `${t(`request.answer.${answer}`)}${answeredOn ? `, ${doorDate(answeredOn, language)}` : ""}`,
              }
            : { label: t("request.due"), value: doorDate(dueOn, language) },
          ...given("report.reasons", reason),
        ]}
      />
      {answer === "refused" && hasReasons && (
        <>
          <p>{t("request.refused_because")}</p>
          <Reasons against={request} />
        </>
      )}
      {answer === null && <p className="hint">{t("request.waits")}</p>}
      {answer === "refused" && <p className="hint">{t("request.complain")}</p>}
    </Card>
  );
}

function Ask({ formKey, answer }: { formKey: string; answer: unknown }) {
  const t = useDoorT();
  return (
    <Card title={t("request.ask")}>
      <ActionForm answer={answer} id="ask">
        <input type="hidden" name="key" value={formKey} />
        <RadioCards
          name="kind"
          label={t("request.kind")}
          choices={[
            { value: "erase", label: t("request.kind.erase"), hint: t("request.kind.erase_hint") },
            { value: "correct", label: t("request.kind.correct"), hint: t("request.kind.correct_hint") },
          ]}
        />
        <TextArea name="words" label={t("say.words")} hint={t("request.words_hint")} rows={4} optional />
        <Button tone="primary" wide>
          {t("request.submit")}
        </Button>
      </ActionForm>
    </Card>
  );
}
