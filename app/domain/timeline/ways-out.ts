import type { Relation } from "#app/domain/accounts/access.ts";
import { may, type Operation } from "#app/domain/accounts/access.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { type CaseStatus, caseMoves } from "#app/domain/cases/moves.ts";
import type { HoldType } from "#app/domain/law/facts.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { addableFacts, lawyerRecords } from "#app/domain/timeline/record-forms.ts";
import { factHeads, factWays, unblockWays, type Way } from "#app/domain/timeline/ways-table.ts";

type Missing = { requires: readonly string[]; unblockedBy: readonly string[] };

const entryOf = (table: Readonly<Record<string, Way | "own" | "own_words">>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : null;

function headOf(path: string) {
  const head = Object.keys(factHeads)
    .filter((each) => path.startsWith(each))
    .sort((a, b) => b.length - a.length)[0];
  return head === undefined ? null : factHeads[head];
}

function asWay(entry: Way | "own" | "own_words" | null, own: StepType): Way | null {
  if (entry === "own") return { to: "step", type: own };
  return entry === "own_words" ? { to: "words", type: own } : entry;
}

/** Where one missing fact is brought; null for a name that no table knows. */
export function wayToFact(path: string, own: StepType): Way | null {
  const listed = entryOf(factWays, path);
  if (!listed && Object.hasOwn(addableFacts, path)) return { to: "fact", fact: path };
  return asWay(listed ?? headOf(path), own);
}

/** Where what heals a refusal is done; null for a key that no table knows. */
export const wayToUnblock = (key: string, own: StepType): Way | null => asWay(entryOf(unblockWays, key), own);

/**
 * Every page that brings what a line of the checklist lacks, each once. Where some page does, the reasons why others cannot
 * are left out.
 *
 * @param own the step of the rung, whose form asks for what only the act can say
 */
export function waysOut({ requires, unblockedBy }: Missing, own: StepType): Way[] {
  const found = [
    ...requires.map((path) => wayToFact(path, own)),
    ...unblockedBy.map((key) => wayToUnblock(key, own)),
  ].filter((way) => way !== null);
  const distinct = [...new Map(found.map((way) => [JSON.stringify(way), way])).values()];
  const open = distinct.filter(({ to }) => to !== "nobody");
  const named = open.filter((way) => way.to !== "fact" || way.fact !== undefined);
  if (named.length > 0) return named;
  return open.length > 0 ? open : distinct.slice(0, 1);
}

/** The records that end a pause of their own kind; any other pause is ended by what its law names. */
const endings: Partial<Record<HoldType, Way>> = {
  dispute: { to: "record", type: "verification_sent" },
  payment_plan: { to: "record", type: "plan_ended" },
};

export const wayToEnd = (hold: HoldType): Way => endings[hold] ?? { to: "record", type: "hold_ended" };

/** Who can go it, for whoever cannot. */
export type Goer = "party" | "creditor" | "collector" | "lawyer" | "admin";

const operationOf: Record<Exclude<Way["to"], "nobody">, { operation: Operation; by: Goer }> = {
  fact: { operation: "fact.record", by: "party" },
  record: { operation: "fact.record", by: "party" },
  step: { operation: "step.record", by: "collector" },
  words: { operation: "step.record", by: "collector" },
  engagement: { operation: "engagement.read", by: "party" },
  bids: { operation: "bid.compare", by: "creditor" },
  edit: { operation: "case.edit", by: "creditor" },
  licences: { operation: "licence.own", by: "collector" },
  licence_review: { operation: "licence.review", by: "admin" },
  case_review: { operation: "case.review", by: "admin" },
  law: { operation: "law.propose", by: "admin" },
};

export type Reader = { actor: Actor; relation: Relation; status: CaseStatus };

/** A way as one reader sees it: theirs to go, somebody else's, or closed to everybody as the case stands. */
export type ReaderWay = Way & { by: Goer | null; mine: boolean };

const awarded: ReadonlySet<CaseStatus> = new Set(["signing", "engaged"]);

/** What the state of the case closes: nothing is edited once it is awarded, no step is taken before the engagement. */
function asItStands(way: Way, status: CaseStatus): Way {
  if (way.to === "edit" && !caseMoves[status].edit && !caseMoves[status].resubmit)
    return { to: "nobody", why: "posted" };
  if (way.to === "bids" && awarded.has(status)) return { to: "nobody", why: "other_collector" };
  return way;
}

const openNow = (way: Way, status: CaseStatus) =>
  (way.to !== "step" && way.to !== "words") || status === "engaged";

export function wayFor(given: Way, { actor, relation, status }: Reader): ReaderWay {
  const way = asItStands(given, status);
  if (way.to === "nobody") return { ...way, by: null, mine: false };
  const { operation, by } = operationOf[way.to];
  const lawyersOnly = way.to === "record" && lawyerRecords.has(way.type);
  const standing =
    way.to === "licences" ? "member" : way.to.endsWith("_review") || way.to === "law" ? "none" : relation;
  const isLawyer = actor.role === "lawyer" || actor.role === "law_firm";
  const mine = may(actor, operation, standing) && openNow(way, status) && (!lawyersOnly || isLawyer);
  return { ...way, by: lawyersOnly ? "lawyer" : by, mine };
}
