import type { PackId } from "#app/domain/law/pack.ts";
import type { TemplateLanguage } from "./templates/template.ts";

/**
 * What a call or a visit can owe the debtor, by the names that the packs' rows ask for. `record`: it is recorded and says so; `consentToEntry`: the
 * debtor, asked there and then, agreed to it.
 */
export const saids = ["collectorDisclosure", "identifiesSender", "record", "consentToEntry"] as const;
export type Said = (typeof saids)[number];

/** What is said to a debtor, at the phone or at the door. */
export type Script = {
  pack: PackId;
  language: TemplateLanguage;
  /** Until the debtor has said who they are: nothing here tells anybody what it is about. */
  first: readonly string[];
  /** To whoever else answers, and to a machine. */
  others: readonly string[];
  /** Said once it is the debtor; with the disclosure it makes. */
  reveal: readonly { text: string; says?: Said }[];
  /** What the debtor may answer, in equal weight. */
  offers: readonly string[];
};
