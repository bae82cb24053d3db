import type { CaseAnswers } from "./answers.ts";

export const evidenceKinds = [
  "contract",
  "invoice",
  "delivery_proof",
  "statement",
  "correspondence",
  "notice_proof",
  "judgment",
  "other",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** More than a claim between two parties needs; a portfolio of papers belongs in fewer, longer documents. */
export const maxEvidenceItems = 50;

type Version = { id: string; replaces: string | null };

/** The newer version of an item; null for what is in force. */
export const newerVersionOf = <T extends Version>(id: string, items: readonly T[]): T | null =>
  items.find(({ replaces }) => replaces === id) ?? null;

/** What a newer version can be handed in of: every item of which there is none yet. */
export const inForce = <T extends Version>(items: readonly T[]): T[] =>
  items.filter(({ id }) => newerVersionOf(id, items) === null);

export type EvidenceNeed = {
  key: "itemised" | "primary" | "judgment" | "delivery" | "assignment" | "demand";
  /** Any one of these kinds satisfies it. */
  kinds: readonly EvidenceKind[];
  /** `post`: the case is not posted without it. `demand`: the formal demand waits for it. `better`: it helps. */
  before: "post" | "demand" | "better";
  met: boolean;
};

type Known = { claim?: Partial<CaseAnswers["claim"]>; history?: Partial<CaseAnswers["history"]> };

/**
 * What this claim should be proven with, the pressing first. An itemised account and one primary document come
 * before the formal demand.
 *
 * @see POL-LADDER-03, POL-LADDER-09
 */
export function evidenceNeeds(
  { claim, history }: Known,
  present: readonly { kind: string }[],
): EvidenceNeed[] {
  const need = (
    key: EvidenceNeed["key"],
    before: EvidenceNeed["before"],
    ...kinds: EvidenceKind[]
  ): EvidenceNeed => ({
    key,
    before,
    kinds,
    met: present.some(({ kind }) => kinds.some((each) => each === kind)),
  });
  return [
    ...(history?.judgment === "yes" ? [need("judgment", "post", "judgment")] : []),
    need("itemised", "demand", "statement", "invoice"),
    need("primary", "demand", "contract", "invoice", "delivery_proof"),
    ...(claim?.kind === "goods" ? [need("delivery", "better", "delivery_proof")] : []),
    ...(claim?.assigned === "yes" ? [need("assignment", "better", "notice_proof")] : []),
    ...(history?.demandDeliveredOn || history?.reminderSentOn
      ? [need("demand", "better", "correspondence", "notice_proof")]
      : []),
  ];
}

/** Nothing to judge a debt by is not enough for a moderator, and a judgment is shown, not claimed. */
export const enoughToPost = (needs: readonly EvidenceNeed[], count: number): boolean =>
  count > 0 && needs.every(({ before, met }) => before !== "post" || met);
