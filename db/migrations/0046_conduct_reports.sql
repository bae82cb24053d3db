CREATE TABLE "conduct_reports" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"against_org_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"severe" boolean NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"reasons" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "conduct_reports_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "conduct_reports_decided_whole" CHECK (("conduct_reports"."verdict" is null) = ("conduct_reports"."decided_by" is null) and ("conduct_reports"."verdict" is null) = ("conduct_reports"."decided_at" is null) and ("conduct_reports"."verdict" is null) = ("conduct_reports"."reasons" is null))
);
--> statement-breakpoint
CREATE INDEX "conduct_reports_waiting" ON "conduct_reports" USING btree ("due_at","id") WHERE "conduct_reports"."verdict" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "conduct_reports_one_waiting" ON "conduct_reports" USING btree ("case_id","against_org_id","reason") WHERE "conduct_reports"."verdict" is null;
--> statement-breakpoint
-- A report is what its debtor said at the door, as severe as that was; nobody else can bar a firm by one.
CREATE FUNCTION guard_new_conduct_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.verdict IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM debtor_statements s
    WHERE s.case_id = NEW.case_id AND s.id = NEW.id AND s.reason = NEW.reason AND s.said_at = NEW.reported_at
      AND s.kind = CASE WHEN NEW.severe THEN 'report_severe' ELSE 'report' END
  ) THEN
    RAISE EXCEPTION 'a report is what a debtor said' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER conduct_reports_new BEFORE INSERT ON conduct_reports FOR EACH ROW EXECUTE FUNCTION guard_new_conduct_report();
--> statement-breakpoint
-- It stays what it was, and is decided once.
CREATE FUNCTION guard_conduct_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.verdict IS NOT NULL THEN
    RAISE EXCEPTION 'a report is decided once' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER conduct_reports_guard BEFORE UPDATE ON conduct_reports FOR EACH ROW EXECUTE FUNCTION guard_conduct_report();
--> statement-breakpoint
GRANT SELECT, INSERT ON conduct_reports TO rung_app;
--> statement-breakpoint
GRANT UPDATE (verdict, reasons, decided_by, decided_at) ON conduct_reports TO rung_app;
