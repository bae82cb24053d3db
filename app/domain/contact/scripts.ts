import type { PackId } from "#app/domain/law/pack.ts";
import { callScripts } from "./call-scripts.data.ts";
import type { Said, Script } from "./script.ts";
import type { SpokenBy } from "./spoken.ts";
import { visitScripts } from "./visit-scripts.data.ts";

const scripts: Record<SpokenBy, readonly Script[]> = { voice: callScripts, in_person: visitScripts };

/** The scripts under a law, its own language first; none where the law allows no such contact. */
export const scriptsOf = (pack: PackId, by: SpokenBy): readonly Script[] =>
  scripts[by].filter((each) => each.pack === pack);

/** The disclosures that the scripts of a law know. */
export const saidsOf = (pack: PackId, by: SpokenBy): Said[] => [
  ...new Set(scriptsOf(pack, by).flatMap(({ reveal }) => reveal.flatMap(({ says }) => says ?? []))),
];
