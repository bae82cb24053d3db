import { Link } from "@remix-run/react";
import { useT } from "./messages.tsx";

/** Keyset paging: addresses of the neighbouring pages, absent at an end. */
export function Pagination({
  previous,
  next,
  note,
}: {
  previous?: string | null;
  next?: string | null;
  note?: string;
}) {
  const t = useT();
  if (!previous && !next) return null;
  return (
    <nav className="pagination" aria-label={t("nav.pages")}>
      {previous ? (
        <Link className="button secondary small" to={previous} rel="prev">
          {t("nav.previous")}
        </Link>
      ) : (
        <span />
      )}
      {note && <span className="pagination-note">{note}</span>}
      {next ? (
        <Link className="button secondary small" to={next} rel="next">
          {t("nav.next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
