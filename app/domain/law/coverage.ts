import { cnElsewhere } from "#app/domain/law/elsewhere/cn.ts";
import { deElsewhere } from "#app/domain/law/elsewhere/de.ts";
import type { Elsewhere } from "#app/domain/law/elsewhere/elsewhere.ts";
import { gbElsewhere } from "#app/domain/law/elsewhere/gb.ts";
import { commonElsewhere } from "#app/domain/law/elsewhere/platform.ts";
import { usElsewhere } from "#app/domain/law/elsewhere/us.ts";
import { rowKey } from "#app/domain/law/pack.ts";
import { packs } from "#app/domain/law/packs.ts";
import type { Confidence, Force } from "#app/domain/law/types.ts";

export type CoverageLine = {
  id: string;
  status: "encoded" | Elsewhere["how"];
  force: Force | null;
  confidence: Confidence | null;
  citation: string | null;
  /** Names of the tests that fail without it: every encoded row has one named by its key, besides the worked examples. */
  tests: string[];
  note: string | null;
};

const elsewhere = { ...usElsewhere, ...cnElsewhere, ...gbElsewhere, ...deElsewhere, ...commonElsewhere };

/** Every row of the reference, each with where it lives or why it does not. */
export function coverage(): CoverageLine[] {
  const lines = new Map<string, CoverageLine>();
  for (const row of packs.flatMap(({ rows }) => rows)) {
    const line = lines.get(row.id);
    const tests = [rowKey(row), ...(row.vectors ?? [])];
    if (line) line.tests.push(...tests.filter((name) => !line.tests.includes(name)));
    else {
      const { id, force, confidence, source } = row;
      lines.set(id, { id, status: "encoded", force, confidence, citation: source.cite, tests, note: null });
    }
  }
  for (const [id, { how, note }] of Object.entries(elsewhere)) {
    if (!lines.has(id))
      lines.set(id, { id, status: how, force: null, confidence: null, citation: null, tests: [], note });
  }
  return [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
