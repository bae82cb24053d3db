import type { CoverageRow } from "#app/domain/law/coverage-view.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Glyph } from "#app/ui/glyph.tsx";
import { useT } from "#app/ui/messages.tsx";
import { useValidity } from "./law-page.tsx";

/** The rows, each under its id, so that a citation can lead to it. */
export function LawRows({ rows }: { rows: CoverageRow[] }) {
  const t = useT();
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t("lawpage.rows", { count: rows.length })}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t("lawpage.none")}>
          <p>{t("lawpage.none_text")}</p>
        </EmptyState>
      ) : (
        <table className="law-rows">
          <thead>
            <tr>
              <th scope="col">{t("lawpage.rule")}</th>
              <th scope="col">{t("lawpage.asks")}</th>
              <th scope="col">{t("lawpage.source")}</th>
              <th scope="col">{t("lawpage.status")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ row }: { row: CoverageRow }) {
  const t = useT();
  const validity = useValidity()(row);
  const { id, force, confidence, citation, status, tests, note, texts } = row;
  return (
    <tr id={id}>
      <th scope="row">
        <a href={`#${id}`}>{id}</a>
      </th>
      <td>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {note && <p className="law-note">{note}</p>}
      </td>
      <td>
        {citation && <p>{citation}</p>}
        <p>
          {[force && t(`law.force.${force}`), confidence && t(`lawpage.confidence.${confidence}`), validity]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </td>
      <td>
        <b className={status}>
          <Glyph name={status} />
          {t(`lawpage.status.${status}`)}
        </b>
        {tests.length > 0 && <p className="law-tests">{tests.join(t("list.separator"))}</p>}
      </td>
    </tr>
  );
}
