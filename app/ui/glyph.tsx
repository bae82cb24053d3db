/** Drawn for a field of 24 by 24, in strokes. */
const shapes = {
  met: "M20 6 9 17l-5-5",
  missing: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8v8M8 12h8",
  waits: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2",
  blocked: "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
  asked: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3",
  note: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8v.01",
  encoded: "M20 6 9 17l-5-5",
  calculated: "M17 5H7l6 7-6 7h10",
  within: "M5 5v8a3 3 0 0 0 3 3h10M14 12l4 4-4 4",
  counsel: "M12 4v16M7 20h10M4 9h16M6.5 9 4 14h5L6.5 9ZM17.5 9 15 14h5l-2.5-5Z",
  open: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
} as const;
export type GlyphName = keyof typeof shapes;

/** The pictures a page refers to, drawn once: a list of many lines stays light. */
export function GlyphSheet({ of }: { of: readonly GlyphName[] }) {
  return (
    <svg className="glyph-sheet" width="0" height="0" aria-hidden="true" focusable="false">
      {of.map((name) => (
        <symbol key={name} id={`g-${name}`} viewBox="0 0 24 24">
          <path d={shapes[name]} />
        </symbol>
      ))}
    </svg>
  );
}

/** A picture of the sheet, beside its word. */
export const Glyph = ({ name }: { name: GlyphName }) => (
  <svg className="glyph" aria-hidden="true">
    <use href={`#g-${name}`} />
  </svg>
);
