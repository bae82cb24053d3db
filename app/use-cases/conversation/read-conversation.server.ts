import { taskState } from "#app/domain/conversation/due.ts";
import { segmentsOf } from "#app/domain/conversation/mentions.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Open, openOf } from "#app/use-cases/debtor.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { besideMessages, messageFor, messagesOf, peopleOf, repliedTo } from "#db/queries/conversation.ts";
import { lawBook } from "#db/queries/law.ts";
import { readTo } from "#db/queries/message-reads.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { bodyOf, excerptIn, redactionOf } from "./message-words.server.ts";
import { isOpen, partyOf } from "./party.server.ts";

const pageSize = 40;

/** What the address asks for: a page that ends before a message or at it, a message to answer, an entry of the log to write about. */
export type Asked = Record<"before" | "at" | "reply" | "about", string | null>;

/**
 * A page of a case's conversation, oldest first, with all that its composer needs; null when it is not this actor's. What is new is
 * marked as such until `markConversationRead` was called for it.
 */
export async function readConversation(ctx: Ctx, caseId: string, asked: Asked) {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  const party = kase && partyOf(ctx, "message.read", kase);
  if (!party) return null;
  const before = await endOfPage(ctx, caseId, asked);
  const [rows, names, people, seen, heading] = await Promise.all([
    messagesOf(ctx.db, ctx.actor, { caseId, before, limit: pageSize + 1 }),
    organizationsById(ctx.db, [kase.creditorOrgId, ...(kase.collectorOrgId ? [kase.collectorOrgId] : [])]),
    peopleOf(ctx.db, [kase.creditorOrgId, ...(kase.collectorOrgId ? [kase.collectorOrgId] : [])]),
    readTo(ctx.db, caseId, party.userId),
    caseHeading(ctx, kase),
  ]);
  const shown = rows.slice(0, pageSize).toReversed();
  const nameOf = (orgId: string | null) => (orgId ? (names.get(orgId)?.name ?? "") : null);
  return {
    heading,
    relation: relationTo(ctx.actor, kase),
    creditorName: nameOf(kase.creditorOrgId) ?? "",
    collectorName: nameOf(kase.collectorOrgId),
    otherName: nameOf(party.orgId === kase.creditorOrgId ? kase.collectorOrgId : kase.creditorOrgId),
    open: isOpen(kase) && kase.collectorOrgId !== null,
    closed: !isOpen(kase),
    messages: await linesOf(ctx, caseId, { shown, seen, orgId: party.orgId }),
    earlier: rows.length > pageSize ? (shown[0]?.message.id ?? null) : null,
    latest: before === null,
    mentionable: people.filter(({ userId }) => userId !== party.userId).map(({ name }) => name),
    key: newId(ctx.now),
    /** The last one written by its reader: the composer begins anew after it. */
    lastOwn: shown.findLast(({ message }) => message.authorUserId === party.userId)?.message.id ?? null,
    reply: await replyOf(ctx, caseId, asked.reply),
    about: /^[1-9]\d{0,8}$/.test(asked.about ?? "") ? Number(asked.about) : null,
  };
}

/** The place that the page ends before; null for the latest page, and for whatever is not there. */
async function endOfPage(ctx: Ctx, caseId: string, { before, at }: Asked): Promise<number | null> {
  const id = at ?? before;
  const named = id && isId(id) ? await messageFor(ctx.db, ctx.actor, { caseId, id }) : null;
  if (!named) return null;
  if (!at) return named.seq;
  const later = await messagesOf(ctx.db, ctx.actor, { caseId, before: null, limit: pageSize });
  return later.some(({ message }) => message.id === id) ? null : named.seq + 1;
}

async function replyOf(ctx: Ctx, caseId: string, id: string | null) {
  const [found] = id && isId(id) ? await repliedTo(ctx.db, ctx.actor, caseId, [id]) : [];
  if (!found) return null;
  const open = await openOf(ctx.db, ctx, caseId);
  return { id: found.id, authorName: found.authorName, words: excerptIn(open, found) };
}

async function caseHeading(ctx: Ctx, kase: CaseRow) {
  const [events, zone, { series }] = await Promise.all([
    eventsOf(ctx.db, kase.caseId),
    zoneOf(ctx.db, kase.caseId),
    lawBook(ctx.db),
  ]);
  const today = dateIn(zone, ctx.now);
  return headingOf(kase, { facts: factsOf(events), today, series }, ctx);
}

type Shown = {
  shown: Awaited<ReturnType<typeof messagesOf>>;
  seen: number;
  orgId: string;
};

/** Each message as its reader sees it. Who is mentioned is what was resolved when it was sent, under the names they bear now. */
async function linesOf(ctx: Ctx, caseId: string, { shown, seen, orgId }: Shown) {
  const ids = shown.map(({ message }) => message.id);
  const replies = shown.flatMap(({ message }) => message.replyToId ?? []);
  const [open, { files, mentions }, answered] = await Promise.all([
    openOf(ctx.db, ctx, caseId),
    besideMessages(ctx.db, caseId, ids),
    repliedTo(ctx.db, ctx.actor, caseId, replies),
  ]);
  const erased = translator(ctx.locale)("debtor.erased");
  return shown.map(({ message, authorName, orgName }) => {
    const replied = answered.find(({ id }) => id === message.replyToId);
    const gone = message.redactedAt !== null;
    return {
      id: message.id,
      at: message.createdAt,
      authorName,
      orgName,
      own: message.authorUserId === ctx.actor.userId,
      ours: message.authorOrgId === orgId,
      fresh: message.seq > seen && message.authorUserId !== ctx.actor.userId,
      segments: segmentsOf(
        bodyOf(open, message) ?? (gone ? "" : erased),
        mentions.filter(({ messageId }) => messageId === message.id),
      ).segments,
      redaction: redactionOf(open, message, ctx.locale),
      files: gone ? [] : filesIn(open, files, message.id),
      reply: replied
        ? { id: replied.id, authorName: replied.authorName, words: excerptIn(open, replied) }
        : null,
      about: message.aboutSeq,
      task: gone ? null : taskOf(message, ctx.now),
    };
  });
}

type File = Awaited<ReturnType<typeof besideMessages>>["files"][number];

/** What was attached to a message, by name; a name is empty once its debtor was erased. */
const filesIn = (open: Open, files: readonly File[], of: string) =>
  files
    .filter(({ messageId }) => messageId === of)
    .map(({ sealedName, ...file }) => ({
      ...file,
      fileName: open(wordPlaces.fileName(file.documentId), sealedName) ?? "",
    }))
    .sort((one, other) => one.fileName.localeCompare(other.fileName));

const taskOf = ({ dueAt, doneAt }: { dueAt: Date | null; doneAt: Date | null }, now: Date) =>
  dueAt && { dueAt, state: taskState({ dueAt, doneAt }, now) };
