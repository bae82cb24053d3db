import type { CSSProperties, ReactNode } from "react";
import { classes } from "./classes.ts";
import { useT } from "./messages.tsx";

export type ComparedThing = { key: string; title: ReactNode; subtitle?: ReactNode; action?: ReactNode };
export type ComparedCell = { value: ReactNode; note?: ReactNode; best?: boolean };
export type Question = { key: string; label: string; hint?: ReactNode; cells: ComparedCell[] };

type ComparisonTableProps = {
  caption: string;
  columns: ComparedThing[];
  /** Each question has one cell a column, in the columns' order. */
  rows: Question[];
};

/** On a phone the cells regroup into one card a column: `order` counts through a column before the next. */
const place = (column: number, row: number, rows: number): CSSProperties => ({
  order: column * (rows + 2) + row,
});

/** Things side by side: columns are the offers, rows the questions; the best answer of a row is marked in words. */
export function ComparisonTable({ caption, columns, rows }: ComparisonTableProps) {
  const t = useT();
  const marked = rows.some(({ cells }) => cells.some(({ best }) => best));
  return (
    <div className="comparison">
      <table style={{ "--columns": columns.length } as CSSProperties}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td className="corner" />
            {columns.map(({ key, title, subtitle }, at) => (
              <th key={key} scope="col" style={place(at, 0, rows.length)}>
                {title}
                {subtitle && <small>{subtitle}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((question, at) => (
            <QuestionRow key={question.key} question={question} at={at + 1} of={rows.length} />
          ))}
          {columns.some(({ action }) => action) && (
            <tr className="decide">
              <td className="corner" />
              {columns.map(({ key, action }, at) => (
                <td key={key} style={place(at, rows.length + 1, rows.length)}>
                  {action}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
      {marked && <p className="comparison-note">{t("compare.best_note")}</p>}
    </div>
  );
}

function QuestionRow({ question, at, of }: { question: Question; at: number; of: number }) {
  const { label, hint, cells } = question;
  const t = useT();
  return (
    <tr>
      <th scope="row">
        {label}
        {hint && <small>{hint}</small>}
      </th>
      {cells.map(({ value, note, best }, column) => (
        <td key={column} data-label={label} className={classes(best && "best")} style={place(column, at, of)}>
          <span className="answer">
            {value} {best && <span className="best-mark">{t("compare.best")}</span>}
          </span>
          {note && <small>{note}</small>}
        </td>
      ))}
    </tr>
  );
}
