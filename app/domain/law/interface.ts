import { z } from "zod";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { decideAcross } from "#app/domain/law/decide-across.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { ActionLine, ActorLine, factShape, HistoryLine } from "#app/domain/law/interface-schemas.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";

const history = z.array(HistoryLine).nullish();

/** One line of `rung law decide`. The actor and the history may stand beside the facts or among them. */
export const DecideLine = z.strictObject({
  jurisdiction: z.string(),
  at: z.union([z.iso.datetime({ offset: true }), z.iso.date()]),
  facts: z.strictObject({ ...factShape, actor: ActorLine.optional(), history }),
  action: ActionLine,
  actor: ActorLine.optional(),
  history,
});

export type LineRefusal = { path: string; message: string };

type DecideQuestion = {
  place: string;
  facts: Facts;
  history: HistoryEvent[];
  action: ActionInput;
  actor: ActorInput;
  at: string;
};

/** Reads one line; the first thing that is wrong is named by its path. */
export function readDecideLine(line: unknown): Result<DecideQuestion, LineRefusal> {
  const read = DecideLine.safeParse(line);
  if (!read.success) {
    const [issue] = read.error.issues;
    const unrecognised = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    return err({ path: [...issue.path, ...unrecognised].join("."), message: issue.message });
  }
  const { jurisdiction, at, action } = read.data;
  const { actor, history: told, ...facts } = read.data.facts;
  const stated = facts.case?.jurisdiction;
  return ok({
    place: typeof stated === "string" && stated !== "unknown" ? stated : jurisdiction,
    facts,
    history: [...(told ?? []), ...(read.data.history ?? [])],
    action,
    actor: read.data.actor ?? actor ?? {},
    at,
  });
}

/** Decides one line. A jurisdiction without a pack is refused: nothing may be done there. */
export function decideLine(question: DecideQuestion): Decision {
  const pack = packFor(question.place);
  if (pack)
    return decideAcross({ ...question, pack, history: historyOf(question.history, { excerpt: true }) });
  return {
    allowed: false,
    findings: [
      {
        rule: "X-09",
        force: "POL",
        effect: "block",
        message: { key: "unsupported", values: { why: question.place, rule: "X-09" } },
        citation: "No rule pack",
        requires: [],
        unblockedBy: [],
        earliest: null,
      },
    ],
    earliest: null,
    pack: { id: question.place, version: "none" },
  };
}
