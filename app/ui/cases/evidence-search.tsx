import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Passage = { page: number; parts: { text: string; hit: boolean }[] };
export type SearchShown = {
  asked: string;
  understood: boolean;
  found: { id: string; shown: Passage[]; more: number }[];
};
type Item = {
  id: string;
  documentId: string;
  title: string;
  text: { state: string; pages: number | null } | null;
};

/** Looks for words in what a case's documents say; the question is the page's address. */
export function EvidenceSearch({ search, items }: { search: SearchShown | null; items: Item[] }) {
  const t = useT();
  return (
    <>
      <Form method="get" role="search" className="market-search" aria-label={t("vault.search")}>
        <TextField
          key={search?.asked}
          name="q"
          type="search"
          label={t("vault.search")}
          hint={t("vault.search_hint")}
          defaultValue={search?.asked}
          maxLength={100}
        />
        <Button tone="secondary">{t("vault.search_act")}</Button>
      </Form>
      {search && <SearchAnswer search={search} items={items} />}
    </>
  );
}

function SearchAnswer({
  search: { asked, understood, found },
  items,
}: {
  search: SearchShown;
  items: Item[];
}) {
  const t = useT();
  const unsearched = items.filter(({ text }) => text?.state !== "read").length;
  return (
    <div className="vault-answer">
      <p role="status">
        <strong>
          {!understood
            ? t("vault.not_understood")
            : found.length === 0
              ? t("vault.found_none", { asked })
              : t("vault.found", { count: found.length, asked })}
        </strong>{" "}
        <Link to=".">{t("vault.see_all")}</Link>
      </p>
      {understood && found.length === 0 && <p className="hint">{t("vault.found_none_text")}</p>}
      {found.length > 0 && (
        <ol className="vault-found">
          {found.map((each) => (
            <FoundIn key={each.id} found={each} item={items.find(({ id }) => id === each.id)} />
          ))}
        </ol>
      )}
      {understood && unsearched > 0 && <p className="hint">{t("vault.unsearched", { count: unsearched })}</p>}
    </div>
  );
}

function FoundIn({ found, item }: { found: SearchShown["found"][number]; item: Item | undefined }) {
  const t = useT();
  if (!item) return null;
  const isPaged = (item.text?.pages ?? 0) > 1;
  return (
    <li>
      <a href={`/documents/${item.documentId}`} download>
        {item.title}
      </a>
      {found.shown.map(({ page, parts }) => (
        <blockquote key={page}>
          {isPaged && <span className="hint">{t("vault.page", { page })} </span>}
          {parts.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))}
        </blockquote>
      ))}
      {found.more > 0 && <span className="hint">{t("vault.more_pages", { count: found.more })}</span>}
    </li>
  );
}
