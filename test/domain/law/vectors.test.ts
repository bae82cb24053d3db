import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { answerSchema } from "#app/domain/law/interface/answers.ts";
import { answerOf, meets, type Vector, vectorsIn } from "./vector-files.ts";

/** Questions with answers worked out from the reference alone, without a look at the engine. */
const folder = process.env.LAW_VECTORS ?? fileURLToPath(new URL("vectors", import.meta.url));
const vectors = vectorsIn(folder);

test("there are vectors, and each id is one's own", () => {
  expect(vectors.length).toBeGreaterThan(0);
  const ids = vectors.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

describe("each answer", () => {
  test.each(vectors.map((vector): [string, Vector] => [vector.id, vector]))("%s", async (_, vector) => {
    const answer = await answerOf(vector);
    meets(answer, vector.expect);
    expect(answerSchema(vector.topic).safeParse(answer).error).toBeUndefined();
    expect(JSON.stringify(answer)).not.toMatch(/\{\w+\}|law\.[a-z]+\./);
  });
});
