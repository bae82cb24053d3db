CREATE TABLE "contact_messages" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"step_type" text NOT NULL,
	"channel" text NOT NULL,
	"template_id" text NOT NULL,
	"template_version" integer NOT NULL,
	"address_key" text NOT NULL,
	"typed" text NOT NULL,
	"owed" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_by_org_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"due_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"held_why" text,
	"findings" jsonb,
	"claimed_at" timestamp with time zone,
	"event_seq" integer,
	"letter" text,
	"letter_hash" text,
	"settled_at" timestamp with time zone,
	"answer" text,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "contact_messages_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "contact_messages_counted" CHECK (("contact_messages"."status" in ('sending', 'sent', 'unknown', 'bounced')) = ("contact_messages"."event_seq" is not null)),
	CONSTRAINT "contact_messages_words_kept" CHECK (("contact_messages"."event_seq" is null) or ("contact_messages"."letter" is not null))
);
--> statement-breakpoint
CREATE TABLE "debtor_channels" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"address_key" text NOT NULL,
	"basis" text NOT NULL,
	"employer_address" boolean NOT NULL,
	"evidence_id" uuid NOT NULL,
	"verified_by" uuid NOT NULL,
	"verified_at" timestamp with time zone NOT NULL,
	"dead_at" timestamp with time zone,
	CONSTRAINT "debtor_channels_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE INDEX "contact_messages_due" ON "contact_messages" USING btree ("due_at","id") WHERE "contact_messages"."status" in ('waiting', 'held', 'sending');--> statement-breakpoint
CREATE INDEX "contact_messages_case_id_asked_at_index" ON "contact_messages" USING btree ("case_id","asked_at");--> statement-breakpoint
CREATE INDEX "debtor_channels_address_key_index" ON "debtor_channels" USING btree ("address_key");--> statement-breakpoint
-- What was asked stays as it was asked; a message moves only along its life; and it is taken for sending only beside the event that counts it.
CREATE FUNCTION guard_contact_message() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
    WHEN 'unknown' THEN NEW.status IN ('sent', 'bounced')
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
CREATE FUNCTION guard_contact_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.status <> 'waiting' OR NEW.event_seq IS NOT NULL THEN
    RAISE EXCEPTION 'a message begins as a request' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_messages_asked BEFORE INSERT ON contact_messages FOR EACH ROW EXECUTE FUNCTION guard_contact_request();
--> statement-breakpoint
CREATE TRIGGER contact_messages_guard BEFORE UPDATE ON contact_messages FOR EACH ROW EXECUTE FUNCTION guard_contact_message();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON contact_messages TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON debtor_channels TO rung_app;
--> statement-breakpoint
GRANT UPDATE (dead_at) ON debtor_channels TO rung_app;
