CREATE TABLE "document_keys" (
	"name" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"sealed" "bytea",
	"made_at" timestamp with time zone NOT NULL,
	"destroyed_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	CONSTRAINT "document_keys_destroyed" CHECK ("document_keys"."sealed" is null or "document_keys"."destroyed_at" is null),
	CONSTRAINT "document_keys_due_for_something" CHECK ("document_keys"."due_at" is null or "document_keys"."destroyed_at" is not null or "document_keys"."sealed" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "document_keys_living" ON "document_keys" USING btree ("sha256") WHERE "document_keys"."destroyed_at" is null;--> statement-breakpoint
CREATE INDEX "document_keys_due" ON "document_keys" USING btree ("due_at","name") WHERE "document_keys"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "documents_sha256_index" ON "documents" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "evidence_items_document_id_index" ON "evidence_items" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "amendments_document_id_index" ON "amendments" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "amendments_certificate_document_id_index" ON "amendments" USING btree ("certificate_document_id");--> statement-breakpoint
CREATE INDEX "engagements_document_id_index" ON "engagements" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "engagements_authority_document_id_index" ON "engagements" USING btree ("authority_document_id");--> statement-breakpoint
CREATE INDEX "engagements_certificate_document_id_index" ON "engagements" USING btree ("certificate_document_id");
--> statement-breakpoint
-- Files of before there were keys are read under their hash until a sweep gives each a key of its own.
INSERT INTO document_keys (name, sha256, made_at, due_at)
  SELECT sha256, sha256, min(uploaded_at), min(uploaded_at) FROM documents GROUP BY sha256
  UNION ALL SELECT DISTINCT ON (text_hash) text_hash, text_hash, settled_at, settled_at FROM document_texts WHERE text_hash IS NOT NULL
  UNION ALL SELECT DISTINCT ON (document_hash) document_hash, document_hash, made_at, made_at FROM letter_batches WHERE document_hash IS NOT NULL
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Whether what is said to be a case was a draft and was thrown away.
CREATE FUNCTION is_discarded(of_case uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT NOT (EXISTS (SELECT 1 FROM cases c WHERE c.case_id = of_case)
    OR EXISTS (SELECT 1 FROM case_drafts d WHERE d.case_id = of_case))
$$;
--> statement-breakpoint
-- What a file is needed for, by its hash. A document that only cases name is needed until the debtors of all
-- of them are erased, or they were thrown away as drafts; one that something else names, or
-- nothing that is known here, is needed. A text is needed as long as its document is. Sheets of letters are needed until one of their debtors is erased:
-- each letter is kept by itself.
CREATE VIEW document_holds AS
  SELECT d.sha256, d.id AS document_id FROM documents d
  WHERE NOT EXISTS (SELECT 1 FROM evidence_items e WHERE e.document_id = d.id)
      AND NOT EXISTS (SELECT 1 FROM case_message_files f WHERE f.document_id = d.id)
    OR EXISTS (SELECT 1 FROM evidence_items e WHERE e.document_id = d.id AND NOT is_erased(e.case_id)
      AND NOT (e.removed_at IS NOT NULL AND is_discarded(e.case_id)))
    OR EXISTS (SELECT 1 FROM case_message_files f WHERE f.document_id = d.id AND NOT is_erased(f.case_id))
    OR EXISTS (SELECT 1 FROM engagements n WHERE n.document_id = d.id)
    OR EXISTS (SELECT 1 FROM engagements n WHERE n.authority_document_id = d.id)
    OR EXISTS (SELECT 1 FROM engagements n WHERE n.certificate_document_id = d.id)
    OR EXISTS (SELECT 1 FROM amendments a WHERE a.document_id = d.id)
    OR EXISTS (SELECT 1 FROM amendments a WHERE a.certificate_document_id = d.id)
    OR EXISTS (SELECT 1 FROM licences l WHERE d.id IN (l.proof_document_id, l.look_up_document_id))
    OR EXISTS (SELECT 1 FROM insurances i WHERE i.document_id = d.id)
    OR EXISTS (SELECT 1 FROM law_changes c WHERE c.body ->> 'documentId' = d.id::text)
  UNION ALL
  SELECT t.text_hash, NULL FROM document_texts t WHERE t.text_hash IS NOT NULL
  UNION ALL
  SELECT b.document_hash, NULL FROM letter_batches b WHERE b.document_hash IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM contact_messages m WHERE m.batch_id = b.id AND is_erased(m.case_id));
--> statement-breakpoint
CREATE FUNCTION guard_document_key() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.name, NEW.sha256, NEW.made_at) IS DISTINCT FROM (OLD.name, OLD.sha256, OLD.made_at)
     OR (OLD.destroyed_at IS NOT NULL AND (NEW.destroyed_at IS DISTINCT FROM OLD.destroyed_at OR NEW.sealed IS NOT NULL))
     OR (NEW.destroyed_at IS NULL AND NEW.sealed IS DISTINCT FROM OLD.sealed) THEN
    RAISE EXCEPTION 'a key is made once and destroyed once' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER document_keys_guard BEFORE UPDATE ON document_keys FOR EACH ROW WHEN (NOT is_rekeying()) EXECUTE FUNCTION guard_document_key();
--> statement-breakpoint
CREATE TRIGGER document_keys_rekeyed BEFORE UPDATE ON document_keys FOR EACH ROW WHEN (is_rekeying()) EXECUTE FUNCTION guard_rekeyed('sealed');
--> statement-breakpoint
CREATE TRIGGER document_keys_stay BEFORE DELETE ON document_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_keys_kept BEFORE TRUNCATE ON document_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Asked when the transaction ends: what is needed can be read then, under this key or another.
CREATE FUNCTION guard_held_document() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM document_holds h WHERE h.sha256 = NEW.sha256)
     AND NOT EXISTS (SELECT 1 FROM document_keys k WHERE k.sha256 = NEW.sha256 AND k.destroyed_at IS NULL) THEN
    RAISE EXCEPTION 'no key is destroyed of what is needed' USING ERRCODE = 'RG005';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER document_keys_needed AFTER UPDATE ON document_keys DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.destroyed_at IS NOT NULL AND OLD.destroyed_at IS NULL) EXECUTE FUNCTION guard_held_document();
--> statement-breakpoint
-- A row that names a file has one, and nobody destroys its key before the row is there to be seen.
CREATE FUNCTION need_kept_file() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE hash text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  PERFORM 1 FROM document_keys k WHERE k.sha256 = hash AND k.destroyed_at IS NULL FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a row names a file that is kept' USING ERRCODE = 'RG005';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_kept AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION need_kept_file('sha256');
--> statement-breakpoint
CREATE TRIGGER evidence_items_kept AFTER INSERT ON evidence_items FOR EACH ROW EXECUTE FUNCTION need_kept_file('sha256');
--> statement-breakpoint
GRANT SELECT, INSERT ON document_keys TO rung_app;
--> statement-breakpoint
GRANT UPDATE (sealed, destroyed_at, due_at) ON document_keys TO rung_app;
--> statement-breakpoint
GRANT SELECT ON document_holds TO rung_app;
--> statement-breakpoint
GRANT DELETE ON document_texts TO rung_app;
