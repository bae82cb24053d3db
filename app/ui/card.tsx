import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

type CardProps = {
  title?: ReactNode;
  /** Beside the title: a chip, a link. */
  aside?: ReactNode;
  children: ReactNode;
  /** No padding: for tables and feeds that bring their own. */
  flush?: boolean;
  className?: string;
  id?: string;
};

/** A sheet of paper with one subject. */
export function Card({ title, aside, children, flush, className, id }: CardProps) {
  const heading = useId();
  return (
    <section
      className={classes("card", flush && "flush", className)}
      id={id}
      aria-labelledby={title ? heading : undefined}
    >
      {title && (
        <div className="card-head">
          <h2 id={heading}>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
