import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { visitOutcomes, visitPlaces } from "#app/domain/contact/visit-forms.ts";
import { planStatuses } from "#app/domain/contact/visit-moves.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { bytes } from "./bytes.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** A visit to a debtor that is to be, and what came of it. It has no address: the one on file is gone to, as long as it is the one that was planned for. */
export const visitPlans = pgTable(
  "visit_plans",
  {
    caseId: uuid().notNull(),
    /** Out of the form's key and what it carried: sent twice, it is one plan. */
    id: uuid().notNull(),
    orgId: uuid().notNull(),
    plannedBy: uuid().notNull(),
    plannedAt: instant().notNull(),
    /** Who goes: a member of the firm, on whose licence the law is asked. */
    goes: uuid().notNull(),
    startsAt: instant().notNull(),
    place: text({ enum: visitPlaces }).notNull(),
    /** HMAC of name and address in their compared form; empty once erased. */
    addressKey: text().notNull(),
    /** The paper that shows that the debtor agreed to the visit. */
    consentEvidenceId: uuid(),
    /** Why somebody goes, in their words, under the case's own key; null once erased. */
    purpose: bytes(),
    status: text({ enum: planStatuses }).notNull(),
    /** Why it was stopped: `not-lawful` with what the law found, or a reason of the gate's own. */
    stoppedWhy: text(),
    findings: jsonb().$type<Finding[]>(),
    /** When the law is next asked anew, and up to which entry the log was read; null once its day is over. */
    lookAt: instant(),
    seenSeq: integer().notNull(),
    outcome: text({ enum: visitOutcomes }),
    startedAt: instant(),
    endedAt: instant(),
    /** The entry of the log that counts it. */
    eventSeq: integer(),
    settledBy: uuid(),
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index("visit_plans_open").on(t.addressKey, t.startsAt).where(sql`${t.status} = 'planned'`),
    index("visit_plans_to_look_at").on(t.lookAt, t.id).where(sql`${t.status} = 'planned'`),
    check(
      "visit_plans_done",
      sql`case when ${t.status} = 'done' then num_nulls(${t.eventSeq}, ${t.outcome}, ${t.startedAt}, ${t.endedAt}) = 0
        else num_nonnulls(${t.eventSeq}, ${t.outcome}, ${t.startedAt}, ${t.endedAt}) = 0 end`,
    ),
    check("visit_plans_ended", sql`${t.endedAt} >= ${t.startedAt}`),
    check("visit_plans_stopped", sql`${t.status} <> 'stopped' or ${t.stoppedWhy} is not null`),
    check("visit_plans_looked_at", sql`${t.status} = 'planned' or ${t.lookAt} is null`),
  ],
);
