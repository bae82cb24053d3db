/**
 * How a line of a rung's checklist stands. `missing`: something can be brought. `blocked`: nothing that is brought heals it by itself.
 * `waits`: time alone heals it. `asked`: the act itself says it when it is recorded. `note`: a warning, which forbids nothing.
 */
export const lineStates = ["missing", "blocked", "waits", "asked", "note", "met"] as const;
export type LineState = (typeof lineStates)[number];
