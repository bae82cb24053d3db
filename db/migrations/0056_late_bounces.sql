CREATE INDEX "contact_messages_id" ON "contact_messages" USING btree ("id");
--> statement-breakpoint
-- As before, and: an e-mail that its server took may come back later.
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
      NEW.status = 'bounced'
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
