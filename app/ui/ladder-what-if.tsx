import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { formatDate } from "#app/messages/format.ts";
import { useLocale, useT } from "./messages.tsx";

export type WhatIf = {
  /** Civil date the ladder is shown for. */
  on: string;
  today: string;
  /** Query parameter of the date. */
  name?: string;
  min?: string;
  max?: string;
  /** Where "back to today" leads: the page without the date. */
  resetTo: string;
  /** Other query parameters to keep. */
  keep?: Record<string, string>;
};

/** Moves the whole ladder to another date; a plain GET form, so the view has an address. */
export function LadderWhatIf({
  on,
  today,
  name = "on",
  min,
  max,
  resetTo,
  keep = {},
  noteId,
}: WhatIf & { noteId: string }) {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  return (
    <Form method="get" className="what-if" preventScrollReset>
      <label htmlFor={id}>{t("ladder.what_if")}</label>
      {Object.entries(keep).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <div className="what-if-row">
        <input id={id} type="date" name={name} defaultValue={on} key={on} min={min} max={max} required />
        <button type="submit" className="button secondary small">
          {t("ladder.what_if_go")}
        </button>
        {on !== today && (
          <Link to={resetTo} preventScrollReset>
            {t("ladder.what_if_back")}
          </Link>
        )}
      </div>
      <p id={noteId} className="what-if-note">
        {on === today ? "" : t("ladder.what_if_note", { date: formatDate(on, locale) })}
      </p>
    </Form>
  );
}
