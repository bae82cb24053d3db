import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export type Pair = { label: string; value: ReactNode; note?: ReactNode };

/** Facts by name. `figures` sets the values in a right-aligned column; the last may be a total. */
export function KeyValue({ pairs, figures, total }: { pairs: Pair[]; figures?: boolean; total?: boolean }) {
  return (
    <dl className={classes("pairs", figures && "figures", total && "total")}>
      {pairs.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note && <span className="pair-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
