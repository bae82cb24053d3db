import type { Unmet } from "#app/domain/law/scene.ts";

/** The refusal that only asks for facts, by their paths. */
export function asking(...paths: string[]): Unmet {
  const named = paths.map((path) => `law.fact.${path}`).join("|");
  return { values: { fact: named, evidence: named }, next: null, requires: paths, message: "fact_unknown" };
}
