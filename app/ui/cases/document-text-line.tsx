import { useT } from "#app/ui/messages.tsx";

export type TextStanding = {
  state: "waiting" | "read" | "none" | "locked" | "unreadable";
  pages: number | null;
  readPages: number | null;
  blankPages: number | null;
};

/** What of a document cannot be searched, and why; nothing where all of it can. */
export function DocumentTextLine({ text }: { text: TextStanding | null }) {
  const t = useT();
  if (!text) return null;
  const { state, pages, readPages, blankPages } = text;
  if (state !== "read") return <span className="hint">{t(`vault.state.${state}`)}</span>;
  const read = readPages ?? 0;
  const blank = blankPages ?? 0;
  return (
    <>
      {pages === null && <span className="hint">{t("vault.cut_unknown")}</span>}
      {pages !== null && read < pages && <span className="hint">{t("vault.cut", { read, pages })}</span>}
      {blank > 0 && <span className="hint">{t("vault.blank", { count: blank, pages: read })}</span>}
    </>
  );
}
