CREATE TABLE "text_events" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"message_id" uuid,
	"raw" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "text_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"address_key" text NOT NULL,
	"words" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"case_id" uuid,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "text_replies_settled" CHECK (("text_replies"."state" = 'open') = ("text_replies"."settled_at" is null)),
	CONSTRAINT "text_replies_placed" CHECK (("text_replies"."state" = 'placed') = ("text_replies"."case_id" is not null))
);
--> statement-breakpoint
DROP INDEX "contact_messages_due";--> statement-breakpoint
ALTER TABLE "contact_messages" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "contact_messages" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "contact_messages" ADD COLUMN "look_ups" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "debtor_channels" ADD COLUMN "checked_on" date;--> statement-breakpoint
CREATE INDEX "text_events_waiting" ON "text_events" USING btree ("received_at","id") WHERE "text_events"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "text_replies_open" ON "text_replies" USING btree ("received_at","id") WHERE "text_replies"."state" = 'open';--> statement-breakpoint
CREATE INDEX "contact_messages_texted" ON "contact_messages" USING btree ("address_key","claimed_at") WHERE "contact_messages"."channel" = 'sms';--> statement-breakpoint
CREATE INDEX "contact_messages_due" ON "contact_messages" USING btree ("due_at","id") WHERE "contact_messages"."status" in ('waiting', 'held', 'sending', 'unknown');
--> statement-breakpoint
-- As before, and: a text message is asked after at its provider, who may tell later that it arrived, or never did.
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
      OR (NEW.status = 'unknown' AND NEW.channel = 'sms' AND NEW.event_seq = OLD.event_seq AND NEW.letter = OLD.letter)
    WHEN 'sent' THEN NEW.letter = OLD.letter AND (
      (NEW.status = 'bounced' AND NEW.channel IN ('post', 'sms'))
      OR (NEW.status = 'sent' AND NEW.channel = 'sms' AND NEW.event_seq = OLD.event_seq))
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
GRANT SELECT, INSERT ON text_events TO rung_app;
--> statement-breakpoint
GRANT UPDATE (state) ON text_events TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON text_replies TO rung_app;
--> statement-breakpoint
GRANT UPDATE (state, case_id, settled_by, settled_at) ON text_replies TO rung_app;
