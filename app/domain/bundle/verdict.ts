/** Something that does not hold: the file, or the event of the log, and what is wrong with it. */
export type Flaw = { where: string; what: string };

export const inLog = (seq: number) => `log.jsonl event ${seq}`;

export type Verdict = {
  holds: boolean;
  flaws: Flaw[];
  /** What this build cannot tell, and what the reader has to compare himself. */
  notes: string[];
  case: { id: string; code: string } | null;
  events: number;
  exhibits: number;
  files: number;
  /** Time stamps in it, and whether they were traced to a root that the caller named. */
  stamps: number;
  traced: boolean;
  /** Whose key signed it; null where nothing is signed. */
  fingerprint: string | null;
  /** Whether the caller named the key it had to be. */
  pinned: boolean;
};
