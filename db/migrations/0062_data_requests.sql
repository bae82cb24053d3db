CREATE TABLE "data_requests" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"words" "bytea",
	"asked_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answer" text,
	"against" jsonb,
	"reason" "bytea",
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "data_requests_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "data_requests_number" UNIQUE("case_id","no"),
	CONSTRAINT "data_requests_answered" CHECK (num_nulls("data_requests"."answer", "data_requests"."answered_at") in (0, 2)),
	CONSTRAINT "data_requests_refused_why" CHECK ("data_requests"."answer" is distinct from 'refused' or num_nonnulls("data_requests"."against", "data_requests"."reason") > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "data_requests_one_open" ON "data_requests" USING btree ("case_id") WHERE "data_requests"."answer" is null;--> statement-breakpoint
CREATE INDEX "data_requests_waiting" ON "data_requests" USING btree ("due_at","id") WHERE "data_requests"."answer" is null;
--> statement-breakpoint
-- A request is answered once, and stays as it was asked. Nobody asks anything about a debtor who was erased.
CREATE FUNCTION guard_data_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF is_erased(NEW.case_id) OR NEW.answer IS NOT NULL THEN
      RAISE EXCEPTION 'a request comes before its answer' USING ERRCODE = 'RG005';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.answer IS NOT NULL OR (NEW.case_id, NEW.id, NEW.no, NEW.kind, NEW.words, NEW.asked_at, NEW.due_on, NEW.due_at)
     IS DISTINCT FROM (OLD.case_id, OLD.id, OLD.no, OLD.kind, OLD.words, OLD.asked_at, OLD.due_on, OLD.due_at) THEN
    RAISE EXCEPTION 'a request is answered once' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER data_requests_guard BEFORE INSERT OR UPDATE ON data_requests FOR EACH ROW EXECUTE FUNCTION guard_data_request();
--> statement-breakpoint
CREATE TRIGGER data_requests_stay BEFORE DELETE ON data_requests FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER data_requests_kept BEFORE TRUNCATE ON data_requests FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON data_requests TO rung_app;
--> statement-breakpoint
GRANT UPDATE (answer, against, reason, answered_by, answered_at) ON data_requests TO rung_app;
