DROP TRIGGER text_reviews_guard ON text_reviews;
--> statement-breakpoint
ALTER TABLE "text_reviews" DROP CONSTRAINT "text_reviews_refused_why";
--> statement-breakpoint
-- Words and reasons of before are kept behind a byte 0, in the clear, until the next start seals them; none are kept of a debtor who was erased.
ALTER TABLE "text_reviews" ALTER COLUMN "words" SET DATA TYPE bytea
  USING CASE WHEN "words" = '' OR is_erased("case_id") THEN ''::bytea ELSE '\x00'::bytea || convert_to("words", 'UTF8') END;--> statement-breakpoint
ALTER TABLE "text_reviews" ALTER COLUMN "reason" SET DATA TYPE bytea
  USING CASE WHEN "reason" = '' OR is_erased("case_id") AND "reason" IS NOT NULL THEN ''::bytea ELSE '\x00'::bytea || convert_to("reason", 'UTF8') END;--> statement-breakpoint
ALTER TABLE "text_reviews" ADD CONSTRAINT "text_reviews_refused_why" CHECK ("text_reviews"."verdict" is distinct from 'refused' or "text_reviews"."reason" is not null);--> statement-breakpoint
CREATE INDEX "text_reviews_words_clear" ON "text_reviews" USING btree ("case_id") WHERE substring("text_reviews"."words" from 1 for 1) = '\x00'::bytea;--> statement-breakpoint
CREATE INDEX "text_reviews_reason_clear" ON "text_reviews" USING btree ("case_id") WHERE substring("text_reviews"."reason" from 1 for 1) = '\x00'::bytea;
--> statement-breakpoint
-- As before, and: where nothing stood, nothing was sealed.
CREATE OR REPLACE FUNCTION is_sealing(before jsonb, after jsonb, VARIADIC columns text[]) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT (after - columns) = (before - columns)
    AND NOT EXISTS (SELECT 1 FROM unnest(columns) c WHERE after ->> c IS DISTINCT FROM before ->> c
      AND NOT coalesce(starts_with(before ->> c, '\x00') AND starts_with(after ->> c, '\x03'), false))
$$;
--> statement-breakpoint
CREATE TRIGGER text_reviews_guard BEFORE UPDATE ON text_reviews FOR EACH ROW
  WHEN ((NEW.words, NEW.reason) IS NOT DISTINCT FROM (OLD.words, OLD.reason)
    OR NOT (is_sealing(to_jsonb(OLD), to_jsonb(NEW), 'words', 'reason') OR is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'words', 'reason')))
  EXECUTE FUNCTION guard_text_review();
--> statement-breakpoint
-- Each by itself: of a row of before, one is sealed while the other waits.
CREATE TRIGGER text_reviews_words_sealed BEFORE INSERT OR UPDATE OF words ON text_reviews FOR EACH ROW WHEN (is_clear(NEW.words)) EXECUTE FUNCTION refuse_clear();
--> statement-breakpoint
CREATE TRIGGER text_reviews_reason_sealed BEFORE INSERT OR UPDATE OF reason ON text_reviews FOR EACH ROW WHEN (is_clear(NEW.reason)) EXECUTE FUNCTION refuse_clear();
--> statement-breakpoint
CREATE TRIGGER text_reviews_erased BEFORE INSERT ON text_reviews FOR EACH ROW WHEN (is_erased(NEW.case_id)) EXECUTE FUNCTION refuse_change();
