import { desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clamdScanner } from "#app/gateways/malware-scan.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { action as addEvidence } from "#app/routes/cases.$caseId.evidence.tsx";
import { auditEntries } from "#db/schema/accounts.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { documents } from "#db/schema/documents.ts";
import { timelineEvents } from "#db/schema/timeline.ts";
import { aClamdDouble, type ClamdDouble, malware } from "#test/support/clamd.ts";
import { anOpenRound } from "#test/support/market.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aWorld, type Person, type World } from "#test/support/world.ts";

let world: World;
let clamd: ClamdDouble;
let creditor: Person;
let caseId: string;

beforeAll(async () => {
  world = await aWorld();
  clamd = await aClamdDouble();
  ({ creditor, caseId } = await anOpenRound(world));
  world.services.scanner = clamdScanner({ at: { path: clamd.path } });
});
afterAll(async () => {
  await world.close();
  await clamd.close();
});

const handIn = (words: string) => {
  const file = new File([words], "letter.txt", { type: "text/plain" });
  const form = { kind: "correspondence", title: "A letter", file };
  return answerOf(
    addEvidence(asked(world, { by: creditor, path: `/cases/${caseId}/evidence`, params: { caseId }, form })),
  );
};
const kept = () =>
  Promise.all([documents, evidenceItems, timelineEvents].map((table) => world.owner.$count(table)));

test("a clean upload is kept after it was looked at", async () => {
  const before = await kept();
  expect((await handIn("a clean letter")).status).toBe(302);
  expect(clamd.scanned.map(String)).toContain("a clean letter");
  expect(await kept()).toEqual(before.map((count) => count + 1));
});

test("an upload with malware is refused with the reason at its field, is kept nowhere, and the find is recorded", async () => {
  const words = `a letter with ${malware}`;
  const before = await kept();
  const { status, body } = await handIn(words);
  expect([status, body]).toEqual([
    422,
    expect.objectContaining({ errors: { file: ["error.file_infected"] } }),
  ]);
  expect(await kept()).toEqual(before);
  expect(await world.services.documents.get(world.db, sha256(words))).toBeNull();
  const [entry] = await world.owner.select().from(auditEntries).orderBy(desc(auditEntries.at)).limit(1);
  expect(entry).toMatchObject({
    operation: "upload.infected",
    subjectKind: "upload",
    subjectId: sha256(words),
    actorUserId: creditor.userId,
    details: { found: "Rung.Test.Marker", sizeBytes: words.length },
  });
});

test("while the scanner cannot be asked nothing is kept, and whoever hands it in is told to come back", async () => {
  const before = await kept();
  world.services.scanner = clamdScanner({ at: { path: "/nonexistent/clamd.sock" } });
  const { status, body } = await handIn("a letter at a bad moment");
  expect([status, body]).toEqual([
    503,
    expect.objectContaining({ errors: { file: ["error.file_unchecked"] } }),
  ]);
  expect(await kept()).toEqual(before);
});
