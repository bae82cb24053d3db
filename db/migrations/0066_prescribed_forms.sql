CREATE TABLE "prescribed_form_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form" text NOT NULL,
	"edition" text NOT NULL,
	"document_id" uuid NOT NULL,
	"document_hash" text NOT NULL,
	"pages" integer NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	CONSTRAINT "prescribed_form_files_pages" CHECK ("prescribed_form_files"."pages" > 0),
	CONSTRAINT "prescribed_form_files_decided" CHECK (("prescribed_form_files"."status" = 'proposed') = ("prescribed_form_files"."decided_at" is null)
      and ("prescribed_form_files"."decided_by" is null) = ("prescribed_form_files"."decided_at" is null)),
	CONSTRAINT "prescribed_form_files_four_eyes" CHECK ("prescribed_form_files"."status" not in ('approved', 'refused') or "prescribed_form_files"."decided_by" <> "prescribed_form_files"."proposed_by"),
	CONSTRAINT "prescribed_form_files_withdrawn" CHECK ("prescribed_form_files"."status" <> 'withdrawn' or "prescribed_form_files"."decided_by" = "prescribed_form_files"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "prescribed_form_files" ADD CONSTRAINT "prescribed_form_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prescribed_form_files_form_proposed_at_index" ON "prescribed_form_files" USING btree ("form","proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "prescribed_form_files_one_waits" ON "prescribed_form_files" USING btree ("form") WHERE "prescribed_form_files"."status" = 'proposed';--> statement-breakpoint
-- What debtors are handed in prescribed words changes under four eyes, and what was decided stays decided. The database looks itself at who they are,
-- and at the file: it is the very one whose hash the row names.
CREATE FUNCTION guard_form_file() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'proposed' OR NOT is_law_admin(NEW.proposed_by) THEN
      RAISE EXCEPTION 'a form begins as an administrator''s proposal' USING ERRCODE = 'RG009';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = NEW.document_id AND d.sha256 = NEW.document_hash) THEN
      RAISE EXCEPTION 'a form is the file that it names' USING ERRCODE = 'RG001';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'proposed' OR NEW.status = 'proposed'
     OR (NEW.id, NEW.form, NEW.edition, NEW.document_id, NEW.document_hash, NEW.pages, NEW.proposed_by, NEW.proposed_at)
        IS DISTINCT FROM (OLD.id, OLD.form, OLD.edition, OLD.document_id, OLD.document_hash, OLD.pages, OLD.proposed_by, OLD.proposed_at) THEN
    RAISE EXCEPTION 'a form is decided once and as it was proposed' USING ERRCODE = 'RG001';
  END IF;
  IF NOT is_law_admin(NEW.decided_by) THEN
    RAISE EXCEPTION 'only an administrator in person decides a form' USING ERRCODE = 'RG009';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER prescribed_form_files_guard BEFORE INSERT OR UPDATE ON prescribed_form_files FOR EACH ROW EXECUTE FUNCTION guard_form_file();
--> statement-breakpoint
CREATE TRIGGER prescribed_form_files_kept BEFORE DELETE ON prescribed_form_files FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER prescribed_form_files_not_emptied BEFORE TRUNCATE ON prescribed_form_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (status, decided_by, decided_at, decision_note) ON prescribed_form_files TO rung_app;
