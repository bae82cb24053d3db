import { type ChainedEvent, chainText, genesisHash } from "./chain.ts";

export type Link = ChainedEvent & { hash: string };

/** SHA-256 in hexadecimal; given by the caller, since the domain computes no digests itself. */
export type Digest = (text: string) => string;

export type BrokenLink = { seq: number; what: string };

/** What of a log in its order does not hold: order, links, hashes, stages. Needs nothing but the rows. */
export function brokenLinks(rows: readonly Link[], digest: Digest): BrokenLink[] {
  const breaks: BrokenLink[] = [];
  let previous: Pick<Link, "seq" | "hash"> & { stageAfter: string } = {
    seq: 0,
    hash: genesisHash,
    stageAfter: "intake",
  };
  for (const row of rows) {
    const found = (what: string) => breaks.push({ seq: row.seq, what });
    if (row.seq !== previous.seq + 1) found(`gap: event ${row.seq} follows event ${previous.seq}`);
    if (row.prevHash !== previous.hash) found("broken link: it does not follow the event before it");
    if (row.hash !== hashOf(row, digest)) found("changed: the contents no longer give the hash");
    if (row.stageBefore !== previous.stageAfter) found(`stage jump from ${previous.stageAfter}`);
    previous = row;
  }
  return breaks;
}

/** Null for a row that no event of ours can have been: an instant beyond the calendar, for instance. */
function hashOf(row: ChainedEvent, digest: Digest): string | null {
  try {
    return digest(chainText(row));
  } catch {
    return null;
  }
}

/** The salted hash of the words beside an event, as its body keeps it; undefined where the body is none of ours. */
export function noteHashIn(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? "{}").payload?.noteHash;
  } catch {
    return undefined;
  }
}
