import { Notice } from "#app/ui/notice.tsx";
import { BackToClaim } from "./door-parts.tsx";
import { useDoorT } from "./door-words.tsx";
import { ExportSections, type ExportShown } from "./export-sections.tsx";

/** All that is kept about the debtor; null where it was opened too often today. */
export function DataPage({ shown }: { shown: ExportShown | null }) {
  const t = useDoorT();
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t("data.title")}</h1>
      {shown ? (
        <>
          <p className="hint">{shown.lead}</p>
          <p>{t("data.intro")}</p>
          <p className="acts">
            <a className="button secondary" href="/door/data/pdf">
              <span>{t("data.pdf")}</span>
            </a>{" "}
            <a className="button secondary" href="/door/data/json">
              <span>{t("data.json")}</span>
            </a>
          </p>
          <p>
            <a href="/door/request">{t("request.link")}</a>
          </p>
          <ExportSections sections={shown.sections} />
        </>
      ) : (
        <Notice tone="wait" title={t("data.too_many.title")}>
          <p>{t("data.too_many.text")}</p>
        </Notice>
      )}
    </div>
  );
}
