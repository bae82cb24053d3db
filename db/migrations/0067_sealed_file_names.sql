ALTER TABLE "documents" ALTER COLUMN "file_name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "case_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "sealed_name" "bytea";--> statement-breakpoint
-- A name of before is kept behind a byte 0, in the clear, until the next start seals it. None is kept of a debtor who was erased, of a draft that was thrown
-- away, or of what several cases name: it could lie under one key only.
UPDATE documents d SET file_name = NULL, case_id = n.case_id, sealed_name = CASE
    WHEN n.cases > 1 OR d.file_name = '' OR is_erased(n.case_id) OR is_discarded(n.case_id) THEN ''::bytea
    ELSE '\x00'::bytea || convert_to(d.file_name, 'UTF8') END
  FROM (SELECT document_id, min(case_id::text)::uuid AS case_id, count(DISTINCT case_id) AS cases FROM (
      SELECT document_id, case_id FROM evidence_items UNION ALL SELECT document_id, case_id FROM case_message_files) named
    GROUP BY document_id) n
  WHERE n.document_id = d.id;
--> statement-breakpoint
CREATE INDEX "documents_case_id_index" ON "documents" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "documents_clear" ON "documents" USING btree ("case_id") WHERE substring("documents"."sealed_name" from 1 for 1) = '\x00'::bytea;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_named_once" CHECK (("documents"."case_id" is null) = ("documents"."file_name" is not null) and ("documents"."case_id" is null) = ("documents"."sealed_name" is null));
--> statement-breakpoint
CREATE TRIGGER documents_sealed BEFORE INSERT OR UPDATE OF sealed_name ON documents FOR EACH ROW WHEN (is_clear(NEW.sealed_name)) EXECUTE FUNCTION refuse_clear();
--> statement-breakpoint
CREATE TRIGGER documents_erased BEFORE INSERT ON documents FOR EACH ROW WHEN (is_erased(NEW.case_id)) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A document keeps its case and its name, until its debtor is erased.
CREATE TRIGGER documents_named BEFORE UPDATE OF case_id, file_name, sealed_name ON documents FOR EACH ROW
  WHEN ((NEW.case_id, NEW.file_name, NEW.sealed_name) IS DISTINCT FROM (OLD.case_id, OLD.file_name, OLD.sealed_name)
    AND NOT (is_sealing(to_jsonb(OLD), to_jsonb(NEW), 'sealed_name') OR is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'sealed_name')))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What a case names has its name under the case's own key, and so none in the clear.
CREATE FUNCTION need_sealed_name() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = NEW.document_id AND d.case_id = NEW.case_id) THEN
    RAISE EXCEPTION 'a case names a document that was handed in for it' USING ERRCODE = 'RG001';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER evidence_items_named AFTER INSERT ON evidence_items FOR EACH ROW EXECUTE FUNCTION need_sealed_name();
--> statement-breakpoint
CREATE TRIGGER case_message_files_named AFTER INSERT ON case_message_files FOR EACH ROW EXECUTE FUNCTION need_sealed_name();
