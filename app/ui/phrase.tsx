import { Fragment, type ReactNode } from "react";
import type { MessageKey } from "#app/messages/words.ts";
import { useT } from "./messages.tsx";

type PhraseProps = {
  of: MessageKey;
  values?: Record<string, string | number>;
  /** Values that are elements: a date, an amount, a link. */
  nodes: Record<string, ReactNode>;
};

/** A message with elements among its values, each where the language wants it. */
export function Phrase({ of, values, nodes }: PhraseProps) {
  const t = useT();
  const marks = Object.fromEntries(Object.keys(nodes).map((name) => [name, `\u0000${name}\u0000`]));
  const parts = t(of, { ...values, ...marks }).split("\u0000");
  return (
    <>
      {parts.map((part, at) => (
        <Fragment key={at}>{at % 2 === 1 ? nodes[part] : part}</Fragment>
      ))}
    </>
  );
}
