import { isId } from "#app/domain/ids.ts";
import { wireOf } from "#app/gateways/inbox-wire.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import {
  type InboxEvent,
  inboxEvent,
  inboxStanding,
  missedEvents,
  stillSignedIn,
} from "#app/use-cases/notices/inbox-events.server.ts";

/** A person needs one a window; more than this in one process is no person. */
export const maxStreams = 8;
const beatMs = 15_000;
/** What a reader that takes nothing may be behind before it is let go; it comes back and asks for what it missed. */
const maxBehindBytes = 256 * 1024;

type Opened = { userId: string; session: string; lastId: string | null; signal: AbortSignal };

/**
 * An open inbox: server-sent events of one person's notices and unread count, until the reader leaves or is signed out. Nothing is
 * sent before the session was found alive in that same moment.
 */
export async function inboxStream(ctx: Ctx, opened: Opened): Promise<Response> {
  const wire = wireOf(ctx.db);
  if (wire.followers(opened.userId) >= maxStreams) {
    return new Response(null, { status: 429, headers: { "retry-after": "60" } });
  }
  let end = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        end = await follow(ctx, opened, controller);
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxBehindBytes }),
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // `no-transform` keeps compression from holding events back until they fill a block.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Sends until it ends: one thing after the other, in the order it was woken. Returns how to end it. */
async function follow(ctx: Ctx, opened: Opened, controller: ReadableStreamDefaultController<Uint8Array>) {
  const { userId, signal } = opened;
  let lastId = opened.lastId;
  let ended = false;
  let leave = () => {};
  let work = Promise.resolve();
  const end = () => {
    if (ended) return;
    ended = true;
    clearInterval(beat);
    leave();
    try {
      controller.close();
    } catch {
      // The reader left first.
    }
  };
  const send = (text: string) => {
    if (ended) return;
    controller.enqueue(new TextEncoder().encode(text));
    if ((controller.desiredSize ?? 0) <= 0) end();
  };
  const wake = (what: string) => {
    work = work
      .then(async () => {
        if (ended) return;
        if (!(await stillSignedIn(ctx, opened))) return end();
        const events = await eventsFor(ctx, userId, { what, lastId });
        if (events.length === 0) send(": here\n\n");
        for (const event of events) send(eventText(event));
        lastId = events.findLast(({ notice }) => notice)?.notice?.id ?? lastId;
      })
      .catch(end);
  };
  const beat = setInterval(() => wake("beat"), beatMs).unref();
  signal.addEventListener("abort", end, { once: true });
  send("retry: 3000\n\n");
  try {
    leave = await wireOf(ctx.db).follow(userId, wake);
  } catch (error) {
    end();
    throw error;
  }
  if (ended || signal.aborted) leave();
  if (signal.aborted) end();
  wake("missed");
  return end;
}

/** What is told at a wake; nothing where nothing changed: then a comment goes, so that a broken line is noticed on either side. */
async function eventsFor(
  ctx: Ctx,
  userId: string,
  { what, lastId }: { what: string; lastId: string | null },
): Promise<InboxEvent[]> {
  if (what === "beat" || what === "session") return [];
  if (what === "read") return [await inboxStanding(ctx, userId)];
  if (what === "missed") {
    const missed = lastId && isId(lastId) ? await missedEvents(ctx, userId, lastId) : [];
    return [await inboxStanding(ctx, userId), ...missed];
  }
  const event = isId(what) ? await inboxEvent(ctx, userId, what) : null;
  return event ? [event] : [];
}

/** JSON has no line breaks of its own, so that what somebody typed cannot begin another event. */
function eventText(event: InboxEvent): string {
  const id = event.notice ? `id: ${event.notice.id}\n` : "";
  return `event: ${event.notice ? "notice" : "standing"}\n${id}data: ${JSON.stringify(event)}\n\n`;
}
