CREATE TABLE "template_wordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"template_id" text NOT NULL,
	"base" integer NOT NULL,
	"version" integer NOT NULL,
	"words" jsonb NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	CONSTRAINT "template_wordings_decided" CHECK (("template_wordings"."status" = 'proposed') = ("template_wordings"."decided_at" is null)
      and ("template_wordings"."decided_by" is null) = ("template_wordings"."decided_at" is null)),
	CONSTRAINT "template_wordings_four_eyes" CHECK ("template_wordings"."status" not in ('approved', 'refused') or "template_wordings"."decided_by" <> "template_wordings"."proposed_by"),
	CONSTRAINT "template_wordings_withdrawn" CHECK ("template_wordings"."status" <> 'withdrawn' or "template_wordings"."decided_by" = "template_wordings"."proposed_by"),
	CONSTRAINT "template_wordings_follows" CHECK ("template_wordings"."version" > "template_wordings"."base")
);
--> statement-breakpoint
CREATE INDEX "template_wordings_template_id_proposed_at_index" ON "template_wordings" USING btree ("template_id","proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "template_wordings_one_waits" ON "template_wordings" USING btree ("template_id") WHERE "template_wordings"."status" = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "template_wordings_version" ON "template_wordings" USING btree ("template_id","version") WHERE "template_wordings"."status" = 'approved';--> statement-breakpoint
-- Words that reach debtors change under four eyes, and what was decided stays decided. The database looks itself at who they are.
CREATE FUNCTION guard_wording() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'proposed' OR NOT is_law_admin(NEW.proposed_by) THEN
      RAISE EXCEPTION 'a wording begins as an administrator''s proposal' USING ERRCODE = 'RG009';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'proposed' OR NEW.status = 'proposed'
     OR (NEW.id, NEW.template_id, NEW.base, NEW.version, NEW.words, NEW.reason, NEW.proposed_by, NEW.proposed_at)
        IS DISTINCT FROM (OLD.id, OLD.template_id, OLD.base, OLD.version, OLD.words, OLD.reason, OLD.proposed_by, OLD.proposed_at) THEN
    RAISE EXCEPTION 'a wording is decided once and as it was written' USING ERRCODE = 'RG001';
  END IF;
  IF NOT is_law_admin(NEW.decided_by) THEN
    RAISE EXCEPTION 'only an administrator in person decides a wording' USING ERRCODE = 'RG009';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER template_wordings_guard BEFORE INSERT OR UPDATE ON template_wordings FOR EACH ROW EXECUTE FUNCTION guard_wording();
--> statement-breakpoint
CREATE TRIGGER template_wordings_kept BEFORE DELETE ON template_wordings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER template_wordings_not_emptied BEFORE TRUNCATE ON template_wordings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (status, decided_by, decided_at, decision_note) ON template_wordings TO rung_app;
