import { Link } from "@remix-run/react";
import { type KeyboardEvent as ReactKey, type ReactNode, useId, useRef } from "react";
import { classes } from "./classes.ts";
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
};

/** Rows that are links, as a table on a desk and as cards on a phone; j, k and Enter walk it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, rowHref, empty, footer } = props;
  const t = useT();
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = useId();
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className="table-frame">
      <table className="table" aria-describedby={rowHref ? keys : undefined}>
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
        <tbody ref={body} onKeyDown={rowHref && ((event) => walk(event, body.current))}>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} columns={columns} href={rowHref?.(row) ?? undefined} />
          ))}
        </tbody>
      </table>
      {footer && <div className="table-footer">{footer}</div>}
      {rowHref && (
        <p id={keys} className="table-keys">
          {t("table.keys")}
        </p>
      )}
    </div>
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

/** Enter is the link's own; j and k move the focus between the rows' links. */
function walk(event: ReactKey, body: HTMLTableSectionElement | null) {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !body || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
  const links = [...body.querySelectorAll<HTMLAnchorElement>("tr.linked > th > a")];
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  links[at + step]?.focus();
  event.preventDefault();
}

const isTyping = (target: EventTarget) =>
  target instanceof Element && target.matches("input, textarea, select");
