import { isGoing } from "#app/domain/contact/letter-batch.ts";
import type { MessageStatus } from "#app/domain/contact/message-moves.ts";
import type { Finding, StepType } from "#app/domain/law/types.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { formatCount, formatDate } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { MessageChip } from "#app/ui/contact/message-chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateText, Instant } from "#app/ui/format.tsx";
import { useLookAgain } from "#app/ui/look-again.ts";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { BatchChip, type BatchRow } from "./batches-page.tsx";

type LetterRow = {
  caseId: string;
  id: string;
  place: number;
  step: StepType;
  status: MessageStatus;
  tracking: string | null;
  /** Its words went with the data of whom it was to. */
  isErased: boolean;
};

type StoppedLetter = { place: number; why: string; findings: Finding[]; zone: string };

export type BatchView = BatchRow & {
  zone: string;
  decided: number;
  settled: number;
  days: string[];
  /** Letters that may not be posted any more, by their numbers, and why. */
  stopped: StoppedLetter[];
  rows: LetterRow[];
  /** When the printed sheets were erased; null while they can be taken. */
  erasedOn: string | null;
};

/** A batch from the first decision to the post: how far it is, what to do next, and its letters. */
export function BatchPage({ view }: { view: BatchView }) {
  const t = useT();
  useLookAgain(isGoing(view.state));
  return (
    <>
      <PageHeader
        title={t("letters.batch")}
        back={{ to: "/letters", label: t("letters.title") }}
        facts={[<Instant key="made" at={view.madeAt} zone={view.zone} />]}
        status={<BatchChip state={view.state} />}
      />
      <div className="stack">
        <Standing view={view} />
        {view.rows.length > 0 && <Letters view={view} />}
      </div>
    </>
  );
}

function Standing({ view }: { view: BatchView }) {
  const t = useT();
  const { state, decided, taken, settled, postedOn } = view;
  const letters = view.letters ?? 0;
  const left = taken - letters;
  const leftOut = left > 0 && <p>{t("letters.not_printed", { count: left })}</p>;
  switch (state) {
    case "deciding":
      return <Going label={t("letters.deciding")} value={decided} max={taken} />;
    case "drawing":
      return <Going label={t("letters.drawing")} value={taken} max={taken} />;
    case "posting":
      return <Going label={t("letters.posting")} value={settled} max={letters} />;
    case "empty":
      return (
        <Notice tone="shut" title={t("letters.empty")}>
          {t("letters.empty_text")}
        </Notice>
      );
    case "posted":
      return (
        <Notice tone="ok" title={t("letters.is_posted")}>
          {postedOn && <DateText on={postedOn} />}
          {settled < letters && (
            <p>{t("letters.posted_of", { done: formatCount(settled), of: formatCount(letters) })}</p>
          )}
          <Files view={view} />
        </Notice>
      );
    case "ready":
      return (
        <>
          <Stopped stopped={view.stopped} />
          <Card title={t("letters.to_do")}>
            <ol>
              <li>{t("letters.do_print", { letters, pages: view.pages ?? 0 })}</li>
              <li>{t("letters.do_post")}</li>
              <li>{t("letters.do_say")}</li>
            </ol>
            {leftOut}
            <Files view={view} />
            <p className="acts">
              <LinkButton to={`/letters/${view.id}/posted`} tone="primary">
                {t("letters.posted")}
              </LinkButton>
            </p>
          </Card>
        </>
      );
  }
}

function Going({ label, value, max }: { label: string; value: number; max: number }) {
  const t = useT();
  return (
    <Card title={label}>
      <p role="status">{t("letters.progress", { done: formatCount(value), of: formatCount(max) })}</p>
      <ProgressBar label={label} value={value} max={max} />
      <p className="hint">{t("letters.goes_on")}</p>
    </Card>
  );
}

/** What came in after the letters were printed: which to take out of the pile, each with its reason. */
export function Stopped({ stopped }: { stopped: StoppedLetter[] }) {
  const t = useT();
  if (stopped.length === 0) return null;
  const numbers = stopped.map(({ place }) => place).join(", ");
  return (
    <Notice tone="bad" title={t("letters.take_out", { numbers })}>
      <p>{t("letters.take_out_text")}</p>
      <ul>
        {stopped.map(({ place, why, findings, zone }) => {
          const key = `contact.why.${why}`;
          return (
            <li key={place}>
              <b>{t("letters.take_out_one", { number: place })}</b> {t.has(key) ? t(key) : why}
              {findings.length > 0 && <Findings findings={findings} zone={zone} />}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function Files({ view: { id, erasedOn, zone } }: { view: BatchView }) {
  const t = useT();
  const locale = useLocale();
  return (
    <p className="acts">
      {erasedOn ? (
        <span>{t("erasure.batch", { on: formatDate(dateIn(zone, new Date(erasedOn)), locale) })}</span>
      ) : (
        <LinkButton to={`/letters/${id}/pdf`} reloadDocument>
          {t("letters.pdf")}
        </LinkButton>
      )}{" "}
      <LinkButton to={`/letters/${id}/csv`} reloadDocument>
        {t("letters.addresses")}
      </LinkButton>
    </p>
  );
}

function Letters({ view: { rows, stopped } }: { view: BatchView }) {
  const t = useT();
  const isStopped = (place: number) => stopped.some((each) => each.place === place);
  return (
    <Card title={t("letters.in_batch")} flush>
      <DataTable
        caption={t("letters.in_batch")}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ caseId, id }) => `/cases/${caseId}/contact/${id}`}
        columns={[
          {
            key: "no",
            header: t("letters.number"),
            cell: ({ place, step, isErased }) =>
              `${place} · ${isErased ? t("debtor.erased") : t(`law.action.${step}`)}`,
          },
          {
            key: "state",
            header: t("contact.col.state"),
            cell: ({ status, place }) =>
              isStopped(place) ? (
                <Chip tone="bad">{t("letters.do_not_post")}</Chip>
              ) : (
                <MessageChip row={{ status, channel: "post" }} />
              ),
          },
          { key: "tracking", header: t("letters.tracking_one"), cell: ({ tracking }) => tracking ?? "—" },
        ]}
        empty={null}
      />
    </Card>
  );
}
