import type { PaperContent } from "#app/domain/papers/content.ts";
import type { PaperDoc } from "#app/domain/papers/doc.ts";
import type { Locale } from "#app/messages/locale.ts";
import type { T } from "#app/messages/translate.ts";

export type Said = { t: T; locale: Locale; hash: string };

export const headOf = (
  { kind, number, currency, issuedOn }: PaperContent,
  { t, hash }: Said,
): Pick<PaperDoc, "title" | "number" | "currency" | "foot"> & { facts: PaperDoc["facts"] } => ({
  title: t(`paper.kind.${kind}`),
  ...{ number, currency },
  facts: [
    [t("paper.number"), number],
    [t("paper.issued_on"), { on: issuedOn }],
    [t("paper.currency"), currency],
  ],
  foot: t("paper.hash", { hash }),
});

/** The paper that this one undoes, by name. */
export const undoing = (cancels: { number: string; issuedOn: string } | null, t: T): PaperDoc["facts"] =>
  cancels
    ? [
        [t("paper.cancels"), cancels.number],
        [t("paper.cancels_of"), { on: cancels.issuedOn }],
      ]
    : [];
