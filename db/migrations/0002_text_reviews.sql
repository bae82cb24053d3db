CREATE TABLE "text_reviews" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"step_type" text NOT NULL,
	"words" text NOT NULL,
	"text_hash" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_by_org_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "text_reviews_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "text_reviews_asked_once" UNIQUE("case_id","step_type","text_hash"),
	CONSTRAINT "text_reviews_decided_whole" CHECK (("text_reviews"."verdict" is null) = ("text_reviews"."decided_by" is null) and ("text_reviews"."verdict" is null) = ("text_reviews"."decided_at" is null)),
	CONSTRAINT "text_reviews_refused_why" CHECK ("text_reviews"."verdict" is distinct from 'refused' or "text_reviews"."reason" is not null)
);
--> statement-breakpoint
CREATE INDEX "text_reviews_verdict_asked_at_id_index" ON "text_reviews" USING btree ("verdict","asked_at","id");
--> statement-breakpoint
-- The words a verdict is about do not change under it, and a verdict is given once.
CREATE FUNCTION guard_text_review() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.verdict IS NOT NULL OR NEW.words <> OLD.words OR NEW.text_hash <> OLD.text_hash OR NEW.step_type <> OLD.step_type THEN
    RAISE EXCEPTION 'a text under review does not change' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER text_reviews_guard BEFORE UPDATE ON text_reviews FOR EACH ROW EXECUTE FUNCTION guard_text_review();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON text_reviews TO rung_app;
