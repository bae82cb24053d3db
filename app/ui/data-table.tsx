import { Link } from "@remix-run/react";
import { type ReactNode, useContext, useId } from "react";
import { classes } from "./classes.ts";
import { ListKeys } from "./list-keys.ts";
import { useT } from "./messages.tsx";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  align?: "end";
  /** Left out on a phone's cards. */
  wideOnly?: boolean;
};

type DataTableProps<Row> = {
  /** What the table lists; read aloud, shown above it when `showCaption`. */
  caption: string;
  showCaption?: boolean;
  /** The first column names the row and carries its link. */
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads; a row without an address is no link. */
  rowHref?: (row: Row) => string | null;
  /** Instead of the table when there are no rows. */
  empty: ReactNode;
  /** Below the rows: counts, totals. */
  footer?: ReactNode;
  /** The page has a search beside the list: the keys are shown from the start, and the one that leads there too. */
  searched?: boolean;
};

/** Rows that are links, as a table on a desk and as cards on a phone; single keys walk them (`list-keys.ts`). */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, rowHref, empty, footer, searched } = props;
  const keys = useId();
  const walked = useContext(ListKeys) && rowHref !== undefined;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className="table-frame">
      <table className="table" aria-describedby={walked ? keys : undefined}>
        <caption className={classes(!showCaption && "visually-hidden")}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, header, align }) => (
              <th key={key} scope="col" className={align}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} columns={columns} href={rowHref?.(row) ?? undefined} />
          ))}
        </tbody>
      </table>
      {footer && <div className="table-footer">{footer}</div>}
      {walked && <KeysHint id={keys} searched={searched} />}
    </div>
  );
}

function KeysHint({ id, searched }: { id: string; searched?: boolean }) {
  const t = useT();
  return (
    <p className={classes("table-keys", searched && "shown")}>
      <span id={id}>{t(searched ? "table.keys_searched" : "table.keys")}</span>{" "}
      <Link to="/account#keys">{t("keys.change")}</Link>
    </p>
  );
}

function Row<R>({ row, columns, href }: { row: R; columns: Column<R>[]; href: string | undefined }) {
  const [first, ...rest] = columns;
  return (
    <tr className={classes(href && "linked")}>
      <th scope="row" className={first.align} data-label={first.header}>
        {href ? (
          <Link to={href} prefetch="intent">
            {first.cell(row)}
          </Link>
        ) : (
          first.cell(row)
        )}
      </th>
      {rest.map(({ key, header, cell, align, wideOnly }) => (
        <td key={key} className={classes(align, wideOnly && "wide-only")} data-label={header}>
          <div>{cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}
