CREATE TABLE "personal_sights" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid,
	"org_id" uuid,
	"fields" text[] NOT NULL,
	"purpose" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"slot" text NOT NULL,
	CONSTRAINT "personal_sights_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "personal_sights_once" UNIQUE NULLS NOT DISTINCT("case_id","user_id","org_id","purpose","fields","slot"),
	CONSTRAINT "personal_sights_of_something" CHECK (cardinality("personal_sights"."fields") > 0),
	CONSTRAINT "personal_sights_end" CHECK ("personal_sights"."until" > "personal_sights"."at")
);
--> statement-breakpoint
CREATE INDEX "personal_sights_case_id_at_index" ON "personal_sights" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "personal_sights_user_id_at_index" ON "personal_sights" USING btree ("user_id","at");
--> statement-breakpoint
-- Who was shown what of a debtor is kept as it was.
CREATE TRIGGER personal_sights_frozen BEFORE UPDATE OR DELETE ON personal_sights FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER personal_sights_kept BEFORE TRUNCATE ON personal_sights FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON personal_sights TO rung_app;
