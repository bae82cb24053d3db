DROP TRIGGER case_messages_kept ON case_messages;
--> statement-breakpoint
-- A message of before is kept behind a byte 0, in the clear, until the next start seals it; none is kept of a debtor who was erased.
ALTER TABLE "case_messages" ALTER COLUMN "body" SET DATA TYPE bytea
  USING CASE WHEN "body" = '' OR is_erased("case_id") THEN ''::bytea ELSE '\x00'::bytea || convert_to("body", 'UTF8') END;--> statement-breakpoint
CREATE INDEX "case_messages_clear" ON "case_messages" USING btree ("case_id") WHERE substring("case_messages"."body" from 1 for 1) = '\x00'::bytea;
--> statement-breakpoint
-- Whether a change does nothing but seal these columns, which lay in the clear.
CREATE FUNCTION is_sealing(before jsonb, after jsonb, VARIADIC columns text[]) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT (after - columns) = (before - columns)
    AND NOT EXISTS (SELECT 1 FROM unnest(columns) c WHERE after ->> c IS DISTINCT FROM before ->> c
      AND NOT (starts_with(before ->> c, '\x00') AND starts_with(after ->> c, '\x03')))
$$;
--> statement-breakpoint
CREATE TRIGGER case_messages_kept BEFORE UPDATE ON case_messages FOR EACH ROW WHEN (NEW.body = OLD.body
  OR NOT (is_sealing(to_jsonb(OLD), to_jsonb(NEW), 'body') OR is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'body')))
  EXECUTE FUNCTION guard_message_kept();
--> statement-breakpoint
CREATE TRIGGER case_messages_sealed BEFORE INSERT OR UPDATE OF body ON case_messages FOR EACH ROW WHEN (is_clear(NEW.body)) EXECUTE FUNCTION refuse_clear();
--> statement-breakpoint
CREATE TRIGGER case_messages_erased BEFORE INSERT ON case_messages FOR EACH ROW WHEN (is_erased(NEW.case_id)) EXECUTE FUNCTION refuse_change();
