import { Form, Link, useNavigate } from "@remix-run/react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { formatDate } from "#app/messages/format.ts";
import { useLocale, useT } from "./messages.tsx";

export type Unlock = { on: string; text: string };

export type WhatIf = {
  /** Civil date the ladder is shown for. */
  on: string;
  today: string;
  max: string;
  /** How many days ahead the slider reaches. */
  days: number;
  /** What was asked for was no date in the range. */
  refused?: boolean;
  /** Dates on which something unlocks, each with what. */
  unlocks: Unlock[];
  /** What can be done on the date shown, in a sentence. */
  told: string;
  /** The page without a date: where "back to today" leads. */
  at: string;
};

/** How long the slider rests before the ladder follows. */
const pauseMs = 200;

/**
 * Moves the whole ladder to another date: a slider and, its equal, a date field. A plain GET form without scripts; with them the
 * ladder follows the slider, and the address follows the ladder.
 */
export function LadderWhatIf({ whatIf, noteId }: { whatIf: WhatIf; noteId: string }) {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  const { on, today, max, days, refused, unlocks, told, at } = whatIf;
  const { shown, follow, date } = useFollowing(whatIf);
  const error =
    refused && t("ladder.bad_date", { min: formatDate(today, locale), max: formatDate(max, locale) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    follow(date.current?.value || today, 0);
  };
  return (
    <Form method="get" action={at} className="what-if" preventScrollReset onSubmit={submit}>
      <input type="hidden" name="shown" value={on} />
      <div className="what-if-head">
        <label htmlFor={`${id}-days`}>{t("ladder.what_if")}</label>
        <output htmlFor={`${id}-days`}>{formatDate(shown, locale)}</output>
      </div>
      <input
        id={`${id}-days`}
        type="range"
        name="days"
        min={0}
        max={days}
        value={dayOf(shown) - dayOf(today)}
        list={`${id}-ticks`}
        aria-valuetext={formatDate(shown, locale)}
        onChange={({ currentTarget }) => follow(dateOf(dayOf(today) + Number(currentTarget.value)))}
      />
      <datalist id={`${id}-ticks`}>
        {unlocks.map((unlock) => (
          <option
            key={unlock.on}
            value={dayOf(unlock.on) - dayOf(today)}
            label={formatDate(unlock.on, locale)}
          />
        ))}
      </datalist>
      <div className="what-if-row">
        <label htmlFor={`${id}-on`}>{t("ladder.date")}</label>
        <input
          id={`${id}-on`}
          ref={date}
          type="date"
          name="on"
          defaultValue={on}
          min={today}
          max={max}
          required
          aria-invalid={refused || undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <button type="submit" className="button secondary small">
          {t("ladder.what_if_go")}
        </button>
        {on !== today && (
          <Link to={at} preventScrollReset>
            {t("ladder.what_if_back")}
          </Link>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      <p id={noteId} className="what-if-note" role="status">
        {on === today ? "" : `${t("ladder.what_if_note", { date: formatDate(on, locale) })} ${told}`}
      </p>
      {unlocks.length > 0 && <Unlocks unlocks={unlocks} at={at} />}
    </Form>
  );
}

/** The same days as the slider's ticks, each a way to its ladder. */
function Unlocks({ unlocks, at }: { unlocks: Unlock[]; at: string }) {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  return (
    <>
      <p id={id} className="what-if-unlocks">
        {t("ladder.unlocks")}
      </p>
      <ul className="unlocks" aria-labelledby={id}>
        {unlocks.map(({ on, text }) => (
          <li key={on}>
            <Link to={`${at}?on=${on}`} preventScrollReset replace>
              {formatDate(on, locale)}
            </Link>{" "}
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Shows the slider's date at once and lets the address follow when it rests; the date field says the same unless it is being typed in. */
function useFollowing({ on, today, at }: WhatIf) {
  const navigate = useNavigate();
  const [shown, setShown] = useState(on);
  const date = useRef<HTMLInputElement>(null);
  const timer = useRef<number>();
  // A ladder that arrives while the slider is already elsewhere does not pull it back.
  useEffect(() => {
    if (timer.current === undefined) setShown(on);
  }, [on]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEffect(() => {
    if (date.current) date.current.value = shown;
  }, [shown]);
  const follow = (next: string, after = pauseMs) => {
    window.clearTimeout(timer.current);
    setShown(next);
    timer.current = window.setTimeout(() => {
      timer.current = undefined;
      navigate(next === today ? at : `${at}?on=${next}`, { preventScrollReset: true, replace: true });
    }, after);
  };
  return { shown, follow, date };
}
