CREATE TABLE "letter_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"taken" integer NOT NULL,
	"document_hash" text,
	"letters" integer,
	"pages" integer,
	"posted_on" date,
	"posted_by" uuid,
	"posted_at" timestamp with time zone,
	CONSTRAINT "letter_batches_drawn" CHECK (("letter_batches"."state" in ('ready', 'posting', 'posted')) = ("letter_batches"."document_hash" is not null)),
	CONSTRAINT "letter_batches_posted" CHECK (("letter_batches"."state" in ('posting', 'posted')) = ("letter_batches"."posted_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "contact_messages" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "contact_messages" ADD COLUMN "batch_place" integer;--> statement-breakpoint
ALTER TABLE "contact_messages" ADD COLUMN "tracking" text;--> statement-breakpoint
CREATE INDEX "letter_batches_org_id_made_at_index" ON "letter_batches" USING btree ("org_id","made_at");--> statement-breakpoint
CREATE INDEX "letter_batches_going" ON "letter_batches" USING btree ("made_at") WHERE "letter_batches"."state" in ('deciding', 'drawing', 'posting');--> statement-breakpoint
CREATE INDEX "contact_messages_batch" ON "contact_messages" USING btree ("batch_id","batch_place") WHERE "contact_messages"."batch_id" is not null;--> statement-breakpoint
CREATE INDEX "contact_messages_to_print" ON "contact_messages" USING btree ("asked_by_org_id","asked_at","id") WHERE "contact_messages"."channel" = 'post' and "contact_messages"."status" in ('waiting', 'held') and "contact_messages"."batch_id" is null;--> statement-breakpoint
ALTER TABLE "contact_messages" ADD CONSTRAINT "contact_messages_batched" CHECK (("contact_messages"."batch_id" is null) = ("contact_messages"."batch_place" is null));
--> statement-breakpoint
-- As before, and: a letter that is drawn is numbered and tracked without moving, and the post brings back what was sent.
CREATE OR REPLACE FUNCTION guard_contact_message() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.case_id, NEW.id, NEW.step_type, NEW.channel, NEW.template_id, NEW.template_version, NEW.address_key,
      NEW.typed, NEW.owed, NEW.asked_by, NEW.asked_by_org_id, NEW.asked_at)
     IS DISTINCT FROM (OLD.case_id, OLD.id, OLD.step_type, OLD.channel, OLD.template_id, OLD.template_version,
      OLD.address_key, OLD.typed, OLD.owed, OLD.asked_by, OLD.asked_by_org_id, OLD.asked_at) THEN
    RAISE EXCEPTION 'a message goes out as it was asked for' USING ERRCODE = 'RG001';
  END IF;
  IF NOT (CASE OLD.status
    WHEN 'waiting' THEN NEW.status IN ('waiting', 'sending', 'held', 'withdrawn')
    WHEN 'held' THEN NEW.status IN ('waiting', 'held', 'sending', 'withdrawn')
    WHEN 'sending' THEN NEW.status IN ('sent', 'unknown', 'bounced', 'waiting', 'held')
      OR (NEW.status = 'sending' AND NEW.channel = 'post' AND NEW.event_seq = OLD.event_seq AND NEW.letter = OLD.letter)
    WHEN 'unknown' THEN NEW.status IN ('sent', 'bounced')
    WHEN 'sent' THEN NEW.status = 'bounced' AND NEW.channel = 'post' AND NEW.letter = OLD.letter
    ELSE false END) THEN
    RAISE EXCEPTION 'a message that is % does not become %', OLD.status, NEW.status USING ERRCODE = 'RG005';
  END IF;
  IF NEW.status = 'sending' AND NOT EXISTS (
    SELECT 1 FROM timeline_events e
    WHERE e.case_id = NEW.case_id AND e.seq = NEW.event_seq AND e.type = NEW.step_type
      AND e.body::jsonb #>> '{payload,refs,messageId}' = NEW.id::text
      AND (e.body::jsonb #>> '{decision,allowed}')::boolean
      AND NOT EXISTS (
        SELECT 1 FROM timeline_events u WHERE u.case_id = e.case_id AND u.seq > e.seq
          AND u.body::jsonb #>> '{payload,refs,undelivered}' = e.id::text)
  ) THEN
    RAISE EXCEPTION 'nothing goes out that the log does not count' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A batch stays whose and of when it is, and goes forward only.
CREATE FUNCTION guard_letter_batch() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.id, NEW.org_id, NEW.made_by, NEW.made_at) IS DISTINCT FROM (OLD.id, OLD.org_id, OLD.made_by, OLD.made_at) THEN
    RAISE EXCEPTION 'a batch of letters stays as it was made' USING ERRCODE = 'RG001';
  END IF;
  IF NEW.state <> OLD.state AND NOT (CASE OLD.state
    WHEN 'deciding' THEN NEW.state IN ('drawing', 'empty')
    WHEN 'drawing' THEN NEW.state = 'ready'
    WHEN 'ready' THEN NEW.state = 'posting'
    WHEN 'posting' THEN NEW.state = 'posted'
    ELSE false END) THEN
    RAISE EXCEPTION 'a batch of letters that is % does not become %', OLD.state, NEW.state USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER letter_batches_guard BEFORE UPDATE ON letter_batches FOR EACH ROW EXECUTE FUNCTION guard_letter_batch();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON letter_batches TO rung_app;
