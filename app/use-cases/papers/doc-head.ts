import type { PaperContent } from "#app/domain/papers/content.ts";
import type { PaperDoc } from "#app/domain/papers/doc.ts";
import type { Locale } from "#app/messages/locale.ts";
import type { PaperLanguage, PaperT } from "#app/messages/paper-words.ts";
import type { T } from "#app/messages/translate.ts";

export type Said = { t: T; locale: Locale; hash: string };
/** The same for a paper that a debtor is given, which there is in German too. */
export type SaidToDebtor = { t: PaperT; locale: PaperLanguage; hash: string };

export const headOf = (
  { kind, number, currency, issuedOn }: PaperContent,
  { t, hash }: Pick<SaidToDebtor, "t" | "hash">,
): Pick<PaperDoc, "title" | "number" | "currency" | "foot" | "check"> & { facts: PaperDoc["facts"] } => ({
  title: t(`paper.kind.${kind}`),
  ...{ number, currency },
  facts: [
    [t("paper.number"), number],
    [t("paper.issued_on"), { on: issuedOn }],
    [t("paper.currency"), currency],
  ],
  check: null,
  foot: t("paper.hash", { hash }),
});

/** The paper that this one undoes, by name. */
export const undoing = (
  cancels: { number: string; issuedOn: string } | null,
  t: PaperT,
): PaperDoc["facts"] =>
  cancels
    ? [
        [t("paper.cancels"), cancels.number],
        [t("paper.cancels_of"), { on: cancels.issuedOn }],
      ]
    : [];
