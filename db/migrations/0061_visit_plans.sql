CREATE TABLE "visit_plans" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"planned_by" uuid NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"goes" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"address_key" text NOT NULL,
	"consent_evidence_id" uuid,
	"purpose" "bytea",
	"status" text NOT NULL,
	"stopped_why" text,
	"findings" jsonb,
	"look_at" timestamp with time zone,
	"seen_seq" integer NOT NULL,
	"outcome" text,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"event_seq" integer,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "visit_plans_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "visit_plans_done" CHECK (case when "visit_plans"."status" = 'done' then num_nulls("visit_plans"."event_seq", "visit_plans"."outcome", "visit_plans"."started_at", "visit_plans"."ended_at") = 0
        else num_nonnulls("visit_plans"."event_seq", "visit_plans"."outcome", "visit_plans"."started_at", "visit_plans"."ended_at") = 0 end),
	CONSTRAINT "visit_plans_ended" CHECK ("visit_plans"."ended_at" >= "visit_plans"."started_at"),
	CONSTRAINT "visit_plans_stopped" CHECK ("visit_plans"."status" <> 'stopped' or "visit_plans"."stopped_why" is not null),
	CONSTRAINT "visit_plans_looked_at" CHECK ("visit_plans"."status" = 'planned' or "visit_plans"."look_at" is null)
);
--> statement-breakpoint
CREATE INDEX "visit_plans_open" ON "visit_plans" USING btree ("address_key","starts_at") WHERE "visit_plans"."status" = 'planned';--> statement-breakpoint
CREATE INDEX "visit_plans_to_look_at" ON "visit_plans" USING btree ("look_at","id") WHERE "visit_plans"."status" = 'planned';
--> statement-breakpoint
-- What was planned stays as it was planned; a plan moves only along its life; and it is done only beside the entry that counts it.
CREATE FUNCTION guard_visit_plan() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.case_id, NEW.id, NEW.org_id, NEW.planned_by, NEW.planned_at, NEW.goes, NEW.starts_at, NEW.place, NEW.address_key,
      NEW.consent_evidence_id, NEW.purpose)
     IS DISTINCT FROM (OLD.case_id, OLD.id, OLD.org_id, OLD.planned_by, OLD.planned_at, OLD.goes, OLD.starts_at, OLD.place,
      OLD.address_key, OLD.consent_evidence_id, OLD.purpose) THEN
    RAISE EXCEPTION 'a visit takes place as it was planned' USING ERRCODE = 'RG001';
  END IF;
  IF NOT (CASE OLD.status
    WHEN 'planned' THEN NEW.status IN ('planned', 'stopped', 'done', 'withdrawn')
    WHEN 'stopped' THEN NEW.status = 'done'
    ELSE false END) THEN
    RAISE EXCEPTION 'a visit that is % does not become %', OLD.status, NEW.status USING ERRCODE = 'RG005';
  END IF;
  IF NEW.status = 'done' AND NOT EXISTS (
    SELECT 1 FROM timeline_events e
    WHERE e.case_id = NEW.case_id AND e.seq = NEW.event_seq AND e.type = 'visit'
      AND e.body::jsonb #>> '{payload,refs,visitId}' = NEW.id::text
      AND (e.body::jsonb #>> '{decision,allowed}')::boolean
  ) THEN
    RAISE EXCEPTION 'no visit took place that the log does not count' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION guard_visit_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.status <> 'planned' OR NEW.starts_at <= NEW.planned_at OR is_erased(NEW.case_id) THEN
    RAISE EXCEPTION 'a visit begins as a plan for a later moment' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER visit_plans_asked BEFORE INSERT ON visit_plans FOR EACH ROW EXECUTE FUNCTION guard_visit_request();
--> statement-breakpoint
CREATE TRIGGER visit_plans_guard BEFORE UPDATE ON visit_plans FOR EACH ROW WHEN (NEW.address_key = OLD.address_key
  OR NOT is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'purpose', 'address_key')) EXECUTE FUNCTION guard_visit_plan();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON visit_plans TO rung_app;
