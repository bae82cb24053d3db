-- A title of before is kept behind a byte 0, in the clear, until the next start seals it; none is kept of a debtor who was erased, or of a draft that was thrown away.
ALTER TABLE "evidence_items" ALTER COLUMN "title" SET DATA TYPE bytea USING CASE
  WHEN "title" = '' OR is_erased("case_id") OR is_discarded("case_id") THEN ''::bytea ELSE '\x00'::bytea || convert_to("title", 'UTF8') END;--> statement-breakpoint
CREATE INDEX "evidence_items_clear" ON "evidence_items" USING btree ("case_id") WHERE substring("evidence_items"."title" from 1 for 1) = '\x00'::bytea;
--> statement-breakpoint
CREATE TRIGGER evidence_items_sealed BEFORE INSERT OR UPDATE OF title ON evidence_items FOR EACH ROW WHEN (is_clear(NEW.title)) EXECUTE FUNCTION refuse_clear();
--> statement-breakpoint
-- A title stays as it was given, until its debtor is erased.
CREATE TRIGGER evidence_items_titled BEFORE UPDATE OF title ON evidence_items FOR EACH ROW WHEN (NEW.title <> OLD.title
  AND NOT is_clear(OLD.title) AND NOT (NEW.title = ''::bytea AND is_erased(OLD.case_id))) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER evidence_items_erased BEFORE INSERT ON evidence_items FOR EACH ROW WHEN (is_erased(NEW.case_id)) EXECUTE FUNCTION refuse_change();
