import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type Against, requestAnswers, requestKinds } from "#app/domain/privacy/data-requests.ts";
import { bytes } from "./bytes.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * What a debtor asked for about the data that is kept about them, and the answer. It is beside the log: an entry there would make the terms begin anew.
 * Words lie under the case's own key and go with it.
 */
export const dataRequests = pgTable(
  "data_requests",
  {
    caseId: uuid().notNull(),
    /** Out of the form's key: sent twice, it is one request. */
    id: uuid().notNull(),
    /** From one on in each case: with the case's code it is the receipt's number. */
    no: integer().notNull(),
    kind: text({ enum: requestKinds }).notNull(),
    words: bytes(),
    askedAt: instant().notNull(),
    /** The last day for the answer where the debtor lives, and when that day is over. */
    dueOn: date({ mode: "string" }).notNull(),
    dueAt: instant().notNull(),
    answer: text({ enum: requestAnswers }),
    /** Of a refused erasure, everything that stood against it. */
    against: jsonb().$type<Against>(),
    /** What was said with the answer. */
    reason: bytes(),
    answeredBy: uuid(),
    answeredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("data_requests_number").on(t.caseId, t.no),
    uniqueIndex("data_requests_one_open").on(t.caseId).where(sql`${t.answer} is null`),
    index("data_requests_waiting").on(t.dueAt, t.id).where(sql`${t.answer} is null`),
    check("data_requests_answered", sql`num_nulls(${t.answer}, ${t.answeredAt}) in (0, 2)`),
    check(
      "data_requests_refused_why",
      sql`${t.answer} is distinct from 'refused' or num_nonnulls(${t.against}, ${t.reason}) > 0`,
    ),
  ],
);
