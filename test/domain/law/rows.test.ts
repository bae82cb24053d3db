import { expect, test } from "vitest";
import { decide } from "#app/domain/law/decide.ts";
import { type PackId, rowKey } from "#app/domain/law/pack.ts";
import { packs } from "#app/domain/law/packs.ts";
import { type Question, questionOf } from "./cases.ts";
import { cnWitnesses } from "./cn-witnesses.ts";
import { deWitnesses } from "./de-witnesses.ts";
import { gbWitnesses } from "./gb-witnesses.ts";
import { usWitnesses } from "./us-witnesses.ts";

const witnesses: Record<PackId, Record<string, Question>> = {
  US: usWitnesses,
  CN: cnWitnesses,
  "GB-EW": gbWitnesses,
  DE: deWitnesses,
};

for (const pack of packs) {
  test(`every row of the ${pack.id} pack has a case that only it refuses`, () => {
    const missing = pack.rows.map(rowKey).filter((key) => !witnesses[pack.id][key]);
    expect(missing).toEqual([]);
    expect(
      Object.keys(witnesses[pack.id]).filter((key) => !pack.rows.some((row) => rowKey(row) === key)),
    ).toEqual([]);
  });

  for (const [key, witness] of Object.entries(witnesses[pack.id])) {
    test(`${pack.id} ${key} stands in the way, and without the row it would not`, () => {
      const question = questionOf(witness);
      const [id] = key.split("/");
      const told = (rows: typeof pack.rows) =>
        decide({ ...question, pack: { ...question.pack, rows } }).findings.filter(({ rule }) => rule === id)
          .length;
      const without = question.pack.rows.filter((row) => rowKey(row) !== key);
      expect(told(question.pack.rows)).toBeGreaterThan(told(without));
    });
  }
}
