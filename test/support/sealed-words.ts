import { eq, sql } from "drizzle-orm";
import { newId } from "#app/domain/ids.ts";
import { type WordPlace, wordPlaces } from "#app/domain/privacy/word-places.ts";
import { decideReport } from "#app/use-cases/conduct/decide-report.server.ts";
import { readConversation } from "#app/use-cases/conversation/read-conversation.server.ts";
import { redactMessage } from "#app/use-cases/conversation/redact-message.server.ts";
import { reportMessage } from "#app/use-cases/conversation/report-message.server.ts";
import { openOf } from "#app/use-cases/debtor.server.ts";
import { addEvidence } from "#app/use-cases/evidence/add-evidence.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { notesOf } from "#app/use-cases/log-notes.server.ts";
import { askTextReview } from "#app/use-cases/texts/ask-text-review.server.ts";
import { decideText } from "#app/use-cases/texts/decide-text.server.ts";
import { readText } from "#app/use-cases/texts/read-text.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { textReviews } from "#db/schema/texts.ts";
import { aMessage } from "./conversation.ts";
import { aReport } from "./door.ts";
import { anEngagedCase, daysAgo } from "./market.ts";
import { aLawyer, aPdf, type Person, theAdmin, value, type World } from "./world.ts";

export type Scene = { world: World; caseId: string; creditor: Person; lawyer: Person };

/** Words that people write about a case: where they are kept, how they come there, and what its creditor reads of them. */
export type Words = {
  table: string;
  column: string;
  id: string;
  place: (id: string) => WordPlace;
  write: (scene: Scene, words: string) => Promise<unknown>;
  read: (scene: Scene) => Promise<(string | null | undefined)[]>;
};

export const sealedWords: Record<string, Words> = {
  "notes of the log": {
    ...{ table: "event_notes", column: "note", id: "seq" },
    place: (seq) => wordPlaces.note(Number(seq)),
    write: ({ world, caseId, lawyer }, note) => {
      const proof = aPdf(undefined, newId(world.now));
      const reply = { caseId, type: "reply" as const, occurredOn: daysAgo(world, 1), proof };
      return recordFact(world.ctx(lawyer.actor), { ...reply, note }).then(value);
    },
    read: async ({ world, caseId }) => [...(await notesOf(world.db, world.services, caseId)).values()],
  },
  "messages of a conversation": {
    ...{ table: "case_messages", column: "body", id: "id", place: wordPlaces.message },
    write: ({ world, caseId, lawyer }, body) => aMessage(world, lawyer, { caseId, body }),
    read: async (scene) =>
      (await conversationOf(scene)).map(({ segments }) => segments.map(({ text }) => text).join("")),
  },
  "reasons of redactions": {
    ...{ table: "case_messages", column: "redaction_reason", id: "id", place: wordPlaces.redaction },
    async write({ world, caseId, lawyer, creditor }, reason) {
      const { messageId } = await aMessage(world, lawyer, { caseId });
      value(await reportMessage(world.ctx(creditor.actor), { caseId, messageId }));
      const admin = world.ctx((await theAdmin(world)).actor);
      return value(await redactMessage(admin, { caseId, messageId, reason }));
    },
    read: async (scene) => (await conversationOf(scene)).map(({ redaction }) => redaction),
  },
  "titles of evidence": {
    ...{ table: "evidence_items", column: "title", id: "id", place: wordPlaces.title },
    write: ({ world, caseId, lawyer }, title) =>
      addEvidence(world.ctx(lawyer.actor), {
        ...{ caseId, kind: "contract", title, file: aPdf("paper.pdf", newId(world.now)) },
      }).then(value),
    read: async ({ world, caseId }) =>
      (await evidenceOf(world.db, world.services, caseId)).map(({ title }) => title),
  },
  "names of files": {
    ...{ table: "documents", column: "sealed_name", id: "id", place: wordPlaces.fileName },
    write: ({ world, caseId, lawyer }, name) =>
      addEvidence(world.ctx(lawyer.actor), {
        ...{ caseId, kind: "contract", title: "Paper", file: aPdf(`${name}.pdf`, newId(world.now)) },
      }).then(value),
    read: async ({ world, caseId }) =>
      (await evidenceOf(world.db, world.services, caseId)).map(({ fileName }) => fileName.slice(0, -4)),
  },
  "words under review": {
    ...{ table: "text_reviews", column: "words", id: "id", place: (id) => wordPlaces.text(id, "words") },
    write: (scene, words) => aReview(scene, `${words}${threat}`),
    read: async (scene) => (await reviewsOf(scene)).map(({ words }) => words.replace(threat, "")),
  },
  "reasons of verdicts": {
    ...{ table: "text_reviews", column: "reason", id: "id", place: (id) => wordPlaces.text(id, "reason") },
    async write(scene, reason) {
      const { world, caseId } = scene;
      const reviewId = await aReview(scene, `${newId(world.now)}${threat}`);
      const admin = world.ctx((await theAdmin(world)).actor);
      return value(await decideText(admin, { caseId, reviewId, verdict: "refused", reason }));
    },
    read: async (scene) => (await reviewsOf(scene)).map(({ reason }) => reason),
  },
  "reasons on reports of conduct": {
    ...{ table: "conduct_reports", column: "reasons", id: "id", place: wordPlaces.conduct },
    async write({ world, caseId, lawyer }, reasons) {
      const reportId = await aReport(world, { caseId, againstOrgId: lawyer.orgId });
      const admin = world.ctx((await theAdmin(world)).actor);
      return value(await decideReport(admin, { caseId, reportId, verdict: "unfounded", reasons }));
    },
    async read({ world, caseId, creditor }) {
      const asked = { on: null, days: null, shown: null };
      const view = await caseView(world.ctx(creditor.actor), caseId, asked);
      return (view?.conduct ?? []).map(({ reasons }) => reasons);
    },
  },
};

async function conversationOf({ world, caseId, creditor }: Scene) {
  const asked = { before: null, at: null, reply: null, about: null };
  return (await readConversation(world.ctx(creditor.actor), caseId, asked))?.messages ?? [];
}

const threat = " Or face serious consequences.";

const reviewRows = ({ world, caseId }: Scene) =>
  world.owner.select().from(textReviews).where(eq(textReviews.caseId, caseId)).orderBy(textReviews.id);

/** Has words reviewed that the linter doubts. */
async function aReview(scene: Scene, words: string): Promise<string> {
  const { world, caseId, lawyer } = scene;
  const known = new Set((await reviewRows(scene)).map(({ id }) => id));
  value(await askTextReview(world.ctx(lawyer.actor), { caseId, type: "reminder", words }));
  const [made] = (await reviewRows(scene)).filter(({ id }) => !known.has(id));
  return made.id;
}

async function reviewsOf(scene: Scene) {
  const { world, caseId } = scene;
  const admin = world.ctx((await theAdmin(world)).actor);
  const read = [];
  for (const { id: reviewId } of await reviewRows(scene))
    read.push(value(await readText(admin, { caseId, reviewId })));
  return read;
}

/** An engaged case about which somebody wrote these words. */
export async function aCaseWith(world: World, of: Words, words: string): Promise<Scene> {
  const lawyer = await aLawyer(world);
  const scene = { world, lawyer, ...(await anEngagedCase(world, lawyer)) };
  await of.write(scene, words);
  return scene;
}

/** The rows of such words as they are kept. */
export const keptRows = (world: World, of: Words, caseId: string) =>
  world.owner.execute<{ id: string; words: Buffer }>(sql`select ${sql.identifier(of.id)}::text as id,
    ${sql.identifier(of.column)} as words from ${sql.identifier(of.table)} where case_id = ${caseId} order by 1`);

/** Writes other bytes in their place. */
export const putWords = (
  db: Pick<World["db"], "execute">,
  of: Words,
  { caseId, id, words }: { caseId: string; id: string; words: Buffer },
) =>
  db.execute(sql`update ${sql.identifier(of.table)} set ${sql.identifier(of.column)} = ${words}
    where case_id = ${caseId} and ${sql.identifier(of.id)}::text = ${id}`);

/** The same with the guards of the table switched off, as a superuser can. */
export const forceWords = (world: World, of: Words, row: { caseId: string; id: string; words: Buffer }) =>
  world.owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await putWords(tx, of, row);
  });

/** Puts a case's words back as a database of before has them. */
export async function forceClear(world: World, of: Words, caseId: string): Promise<void> {
  const open = await openOf(world.db, world.services, caseId);
  for (const { id, words } of await keptRows(world, of, caseId)) {
    const plain = open(of.place(id), words);
    if (plain !== null) await forceWords(world, of, { caseId, id, words: Buffer.from(`\0${plain}`) });
  }
}
