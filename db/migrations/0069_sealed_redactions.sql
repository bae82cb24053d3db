DROP TRIGGER case_messages_kept ON case_messages;
--> statement-breakpoint
-- A reason of before is kept behind a byte 0, in the clear, until the next start seals it; none is kept of a debtor who was erased.
ALTER TABLE "case_messages" ALTER COLUMN "redaction_reason" SET DATA TYPE bytea
  USING CASE WHEN "redaction_reason" = '' OR is_erased("case_id") AND "redaction_reason" IS NOT NULL THEN ''::bytea
    ELSE '\x00'::bytea || convert_to("redaction_reason", 'UTF8') END;--> statement-breakpoint
CREATE INDEX "case_messages_redaction_clear" ON "case_messages" USING btree ("case_id") WHERE substring("case_messages"."redaction_reason" from 1 for 1) = '\x00'::bytea;
--> statement-breakpoint
CREATE TRIGGER case_messages_kept BEFORE UPDATE ON case_messages FOR EACH ROW
  WHEN ((NEW.body, NEW.redaction_reason) IS NOT DISTINCT FROM (OLD.body, OLD.redaction_reason)
    OR NOT (is_sealing(to_jsonb(OLD), to_jsonb(NEW), 'body', 'redaction_reason')
      OR is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'body', 'redaction_reason')))
  EXECUTE FUNCTION guard_message_kept();
--> statement-breakpoint
-- Beside the trigger on the body, since of a row of before one is sealed while the other waits.
CREATE TRIGGER case_messages_redaction_sealed BEFORE INSERT OR UPDATE OF redaction_reason ON case_messages FOR EACH ROW
  WHEN (is_clear(NEW.redaction_reason)) EXECUTE FUNCTION refuse_clear();
