-- Nothing is kept about a debtor who was erased, nor can it be sealed any more.
DELETE FROM event_notes WHERE is_erased(case_id);
--> statement-breakpoint
-- A note of before is kept behind a byte 0, in the clear, until the next start seals it; salt and words lie together from here on.
ALTER TABLE "event_notes" ALTER COLUMN "note" SET DATA TYPE bytea USING '\x00'::bytea || convert_to("salt" || "note", 'UTF8');--> statement-breakpoint
CREATE INDEX "event_notes_clear" ON "event_notes" USING btree ("case_id") WHERE substring("event_notes"."note" from 1 for 1) = '\x00'::bytea;--> statement-breakpoint
ALTER TABLE "event_notes" DROP COLUMN "salt";
--> statement-breakpoint
-- Whether words lie in a column as somebody wrote them. Empty ones were erased; sealed ones begin with a 3, a nonce and a tag.
CREATE FUNCTION is_clear(words bytea) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT octet_length(words) BETWEEN 1 AND 28 OR (octet_length(words) > 28 AND substring(words from 1 for 1) <> '\x03'::bytea)
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_clear() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'words about a case are kept sealed' USING ERRCODE = 'RG001';
END $$;
--> statement-breakpoint
CREATE TRIGGER event_notes_sealed BEFORE INSERT OR UPDATE ON event_notes FOR EACH ROW WHEN (is_clear(NEW.note)) EXECUTE FUNCTION refuse_clear();
--> statement-breakpoint
-- A note is written once: nothing but the sealing of one of before changes it.
CREATE TRIGGER event_notes_frozen BEFORE UPDATE ON event_notes FOR EACH ROW
  WHEN (NOT (is_clear(OLD.note) AND (NEW.case_id, NEW.seq) = (OLD.case_id, OLD.seq))) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER event_notes_erased BEFORE INSERT ON event_notes FOR EACH ROW WHEN (is_erased(NEW.case_id)) EXECUTE FUNCTION refuse_change();
