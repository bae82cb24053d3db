import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { changeStatuses } from "#app/domain/law/book/changes.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** Of what one administrator proposes and another decides once. */
export const fourEyes = () => ({
  status: text({ enum: changeStatuses }).notNull(),
  proposedBy: uuid().notNull(),
  proposedAt: instant().notNull(),
  decidedBy: uuid(),
  decidedAt: instant(),
  /** What the deciding administrator wrote. */
  decisionNote: text(),
});

type Decided = Record<"status" | "proposedBy" | "decidedBy" | "decidedAt", AnyPgColumn>;

const decided = (t: Decided): SQL => sql`(${t.status} = 'proposed') = (${t.decidedAt} is null)
      and (${t.decidedBy} is null) = (${t.decidedAt} is null)`;

/** Decided is decided by somebody at a moment, by another than who proposed it; taken back only by who did. */
export const fourEyesChecks = (table: string, t: Decided) => [
  check(`${table}_decided`, decided(t)),
  check(
    `${table}_four_eyes`,
    sql`${t.status} not in ('approved', 'refused') or ${t.decidedBy} <> ${t.proposedBy}`,
  ),
  check(`${table}_withdrawn`, sql`${t.status} <> 'withdrawn' or ${t.decidedBy} = ${t.proposedBy}`),
];
