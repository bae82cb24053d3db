import { randomBytes } from "node:crypto";
import Stripe from "stripe";
import type { Books, Kind, Kinds } from "./books.ts";
import { missing } from "./refusal.ts";

/** The platform's own account, as opposed to those connected to it. */
export const platformAccount = "acct_1LocalPlatform";

/** The API version whose types the SDK carries; the service speaks no other. */
export const apiVersion = Stripe.API_VERSION;

export type Turn = ReturnType<typeof beginTurn>;

/**
 * One request's view of the books, at one moment and for one account. Nothing of it is kept before `keep`; an object that
 * is read is the reader's own copy.
 */
export function beginTurn(
  books: Books,
  { now, account, idempotencyKey }: { now: number; account: string; idempotencyKey?: string },
) {
  const written = new Map<
    string,
    { kind: Kind; id: string; account: string; seq: number; body: never | null }
  >();

  const rowOf = <K extends Kind>(kind: K, id: string) => {
    const row = written.get(`${kind} ${id}`) ?? books.read(kind, id);
    return row?.body ? { account: row.account, seq: row.seq, body: row.body as Kinds[K] } : undefined;
  };
  const set = (kind: Kind, id: string, holder: string, body: unknown) => {
    const seq = written.get(`${kind} ${id}`)?.seq ?? books.read(kind, id)?.seq ?? books.next();
    written.set(`${kind} ${id}`, { kind, id, account: holder, seq, body: body as never });
  };

  const turn = {
    now,
    account,
    at: (holder: string) => ({ ...turn, account: holder }),
    find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
      const row = rowOf(kind, id);
      return row && row.account === this.account ? structuredClone(row.body) : undefined;
    },
    need<K extends Kind>(kind: K, id: string, param?: string): Kinds[K] {
      const found = this.find(kind, id);
      if (!found) throw missing(kind, id, param);
      return found;
    },
    put<K extends Kind>(kind: K, body: Kinds[K]): Kinds[K] {
      set(kind, body.id, this.account, structuredClone(body));
      return body;
    },
    drop(kind: Kind, id: string) {
      set(kind, id, this.account, null);
    },
    /** All of a kind that the account holds, the newest first. */
    all<K extends Kind>(kind: K): Kinds[K][] {
      const ids = new Map(books.all(kind).map((row) => [row.body!.id, row.account]));
      for (const row of written.values()) if (row.kind === kind) ids.set(row.id, row.account);
      return [...ids]
        .filter(([, holder]) => holder === this.account)
        .flatMap(([id]) => rowOf(kind, id) ?? [])
        .sort((a, b) => b.seq - a.seq)
        .map(({ body }) => structuredClone(body));
    },
    /** Tells of a change: an event of this account, to be delivered once it is kept. */
    tell(type: Stripe.Event.Type, object: object) {
      const event = eventOf(type, structuredClone(object), {
        now,
        account: this.account,
        key: idempotencyKey ?? null,
      });
      set("event", event.id, this.account, event);
      const delivery = { id: newId("whd"), event: event.id, attempts: 0, dueAt: 0 };
      set("delivery", delivery.id, platformAccount, delivery);
    },
    keep: () => books.keep(written),
  };
  return turn;
}

function eventOf(
  type: Stripe.Event.Type,
  object: object,
  { now, account, key }: { now: number; account: string; key: string | null },
): Stripe.Event {
  const event = {
    id: newId("evt"),
    object: "event",
    ...(account === platformAccount ? {} : { account }),
    api_version: apiVersion,
    created: now,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: newId("req"), idempotency_key: key },
    type,
  } satisfies Omit<Stripe.EventBase, "object"> & { object: "event"; type: string; data: { object: object } };
  return event as Stripe.Event;
}

/** An id as Stripe makes them: the kind's letters and a random rest that nobody guesses. */
export const newId = (prefix: string): string =>
  `${prefix}_1${randomBytes(18).toString("base64url").replace(/[-_]/g, "0")}`;

export const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  typeof reference === "string" ? reference : (reference?.id ?? null);
