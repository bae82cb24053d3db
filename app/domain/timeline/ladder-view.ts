import { type ChecklistLine, checklistOf } from "#app/domain/law/checklist.ts";
import type { Rung } from "#app/domain/law/ladder.ts";
import type { CostFigure } from "#app/domain/timeline/rung-cost.ts";
import { type Reader, type ReaderWay, wayFor, waysOut } from "#app/domain/timeline/ways-out.ts";

export type LineView = Pick<ChecklistLine, "state" | "says" | "rules"> & { ways: ReaderWay[] };

/** A rung as the case page shows it: no more than is read there. */
export type RungView = Pick<
  Rung,
  "stage" | "state" | "step" | "sequel" | "optional" | "doneAt" | "earliest"
> & {
  /** Name of the organisation that took its first step. */
  doneBy: string | null;
  /** Key of `law.cost.*`, and the figures on file. */
  cost: string;
  figures: CostFigure[];
  lines: LineView[];
  /** The step itself, where the rung is open to climb. */
  way: ReaderWay | null;
};

type Asked = {
  rungs: readonly Rung[];
  reader: Reader;
  names: ReadonlyMap<string, string>;
  costsOf: (stage: string) => CostFigure[];
};

/** The ladder for one reader: what each rung lacks, and where this reader brings it or who else can. */
export function ladderView({ rungs, reader, names, costsOf }: Asked): RungView[] {
  return rungs.map((rung) => {
    const { stage, state, step, sequel, optional, doneAt, doneBy, earliest, cost, prerequisites } = rung;
    const ahead = state === "next" || state === "blocked";
    return {
      ...{ stage, state, step, sequel, optional, doneAt, earliest, cost },
      doneBy: (state === "done" && doneBy && names.get(doneBy)) || null,
      figures: ahead || state === "now" ? costsOf(stage) : [],
      lines: checklistOf(prerequisites).map((line) => lineView(line, { step, reader })),
      way: state === "next" || sequel === "next" ? wayFor({ to: "step", type: step }, reader) : null,
    };
  });
}

function lineView(
  { state, says, rules, requires, unblockedBy }: ChecklistLine,
  { step, reader }: { step: Rung["step"]; reader: Reader },
): LineView {
  const missing = state === "missing" || state === "blocked";
  const ways = missing ? waysOut({ requires, unblockedBy }, step).map((way) => wayFor(way, reader)) : [];
  return { state, says, rules, ways };
}
