/**
 * `planned`: decided for its moment, and again as the log grows. `stopped`: a later decision refused it, and its planner was told. `done`: it
 * took place and the log counts it. `withdrawn`: nobody goes.
 */
export const planStatuses = ["planned", "stopped", "done", "withdrawn"] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** A missing move is a forbidden one. Whoever was at the door before a plan was stopped can still say so. */
const planMoves: Record<PlanStatus, readonly PlanStatus[]> = {
  planned: ["planned", "stopped", "done", "withdrawn"],
  stopped: ["done"],
  done: [],
  withdrawn: [],
};

export const mayMove = (from: PlanStatus, to: PlanStatus) => planMoves[from].includes(to);
