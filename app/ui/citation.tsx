import type { Force } from "#app/domain/law/types.ts";
import { useT } from "./messages.tsx";

/** In letters; a Chinese character is as wide as two. */
const WIDEST = 36;

type CitationProps = {
  /** Short name of the source: "12 CFR 1006.14". */
  citation?: string | null;
  rule?: string;
  force?: Force;
};

/** The source as a small superscript; where a rule stands behind it, a way to its row on the page of all rules. */
export function Citation({ citation, rule, force }: CitationProps) {
  const t = useT();
  const isPolicy = force === "POL";
  const name = isPolicy ? rule : (shortened(citation) ?? rule);
  if (!name) return null;
  const about = [
    force && t(`force.${force}`),
    name === citation ? null : citation,
    name === rule ? null : rule,
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <sup className="cite">
      {rule ? (
        <a href={`/law#${rule}`} title={about}>
          {name}
        </a>
      ) : (
        <span title={about}>{name}</span>
      )}
    </sup>
  );
}

/** Its first provision, no wider than a superscript can be; the whole stands on the hover and on the page of all rules. */
function shortened(citation: string | null | undefined): string | undefined {
  const first = citation?.split(/[;；]/)[0].trim();
  if (!first) return undefined;
  let width = 0;
  const end = [...first].findIndex((character) => {
    width += character > "\u2e7f" ? 2 : 1;
    return width > WIDEST;
  });
  return end < 0 ? first : `${[...first].slice(0, end).join("")}…`;
}
