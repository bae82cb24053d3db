import type { StepType } from "#app/domain/law/types.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import type { CaseAnswers } from "./answers.ts";
import type { TextState } from "./document-text.ts";
import { type EvidenceKind, type EvidenceNeed, evidenceNeeds, inForce } from "./evidence.ts";

type Paper = {
  id: string;
  kind: string;
  title: string;
  replaces: string | null;
  textState: TextState | null;
};
type Logged = Pick<TimelineEvent, "id" | "type" | "occurredAt" | "payload">;
type Known = {
  claim: Pick<CaseAnswers["claim"], "kind" | "assigned">;
  history: Pick<CaseAnswers["history"], "judgment" | "demandDeliveredOn" | "reminderSentOn">;
};

/** What a court is to be shown, how much hangs on it, and the kind of document that brings it. */
export type ReadinessPart = { points: number; met: boolean; kind: EvidenceKind } & (
  | {
      key: EvidenceNeed["key"];
      before: EvidenceNeed["before"];
      /** A document that would do and that nobody can open; a newer version of it is wanted. */
      shut: { id: string; title: string } | null;
    }
  /** A notice that somebody recorded without its proof. */
  | { key: "notice"; type: StepType; on: Date }
);

/** `score` of a hundred: the share of the points that is there. Each part that comes to be met raises it. */
export type Readiness = { score: number; parts: ReadinessPart[] };

const weight = { post: 4, demand: 3, better: 1 } as const;
const writtenNotices: ReadonlySet<string> = new Set<StepType>([
  ...(["reminder", "letter", "validation_notice", "demand_payment", "notice_of_intention"] as const),
  ...(["statutory_demand", "lawyer_letter"] as const),
]);
const judgments: ReadonlySet<string> = new Set<StepType>(["judgment", "default_judgment"]);

/**
 * How ready a case's papers are for a court: what the claim should be proven with (`evidenceNeeds`), by documents that can be opened, and a
 * proof of each notice in the log that the product did not send itself. A function of the claim, the documents and the log alone.
 */
export function readinessOf(known: Known, papers: readonly Paper[], log: readonly Logged[]): Readiness {
  const standing = inForce(papers);
  const parts = [...neededParts(known, standing, log), ...noticeParts(standing, log)];
  return { score: scoreOf(parts), parts };
}

/** By how much the score rises once this part is met. */
export const gainOf = ({ score, parts }: Readiness, part: ReadinessPart): number =>
  scoreOf(parts.map((each) => (each === part ? { ...each, met: true } : each))) - score;

function scoreOf(parts: readonly ReadinessPart[]): number {
  const sum = (of: readonly ReadinessPart[]) => of.reduce((total, { points }) => total + points, 0);
  return Math.floor((100 * sum(parts.filter(({ met }) => met))) / sum(parts));
}

const named = (paper: Paper | undefined) => (paper ? { id: paper.id, title: paper.title } : null);
const isShut = ({ textState }: Paper) => textState === "locked" || textState === "unreadable";

function neededParts({ claim, history }: Known, standing: readonly Paper[], log: readonly Logged[]) {
  const isJudged = log.some(({ type }) => judgments.has(type));
  const readable = standing.filter((paper) => !isShut(paper));
  return evidenceNeeds(
    { claim, history: isJudged ? { ...history, judgment: "yes" } : history },
    readable,
  ).map(
    ({ key, before, kinds, met }): ReadinessPart => ({
      ...{ key, before, met, points: weight[before], kind: kinds[0] },
      shut: named(standing.find((paper) => isShut(paper) && kinds.some((kind) => kind === paper.kind))),
    }),
  );
}

/** A proof that no entry names stands for the oldest notice that has none. */
function noticeParts(standing: readonly Paper[], log: readonly Logged[]): ReadinessPart[] {
  const named = new Set(
    log.flatMap(({ type, payload }) => (writtenNotices.has(type) ? (payload.evidenceIds ?? []) : [])),
  );
  const spare = standing.filter(
    (paper) => paper.kind === "notice_proof" && !named.has(paper.id) && !isShut(paper),
  ).length;
  return log
    .filter(
      ({ type, payload }) =>
        writtenNotices.has(type) && !payload.evidenceIds?.length && !payload.refs?.messageId,
    )
    .map(({ type, occurredAt }, at) => ({
      ...{ key: "notice", points: 1, kind: "notice_proof", met: at < spare },
      ...{ type: type as StepType, on: occurredAt },
    }));
}
