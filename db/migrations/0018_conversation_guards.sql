-- A message stands as it was written, between the two who are engaged when it is. What is asked is done once; only an administrator
-- in person takes words away, with a reason, and nothing else ever goes.
CREATE FUNCTION guard_message_sent() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF num_nonnulls(NEW.done_at, NEW.reminded_at, NEW.overdue_told_at, NEW.reported_at, NEW.redacted_at) > 0 THEN
    RAISE EXCEPTION 'a message begins as it is sent' USING ERRCODE = 'RG001';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM cases c WHERE c.case_id = NEW.case_id AND c.creditor_org_id = NEW.creditor_org_id
      AND c.collector_org_id = NEW.collector_org_id) THEN
    RAISE EXCEPTION 'a message is between the creditor and the engaged collector' USING ERRCODE = 'RG011';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM memberships p WHERE p.org_id = NEW.author_org_id AND p.user_id = NEW.author_user_id) THEN
    RAISE EXCEPTION 'a message is written by a member of its party' USING ERRCODE = 'RG011';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION guard_message_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.case_id, NEW.id, NEW.seq, NEW.engagement_id, NEW.creditor_org_id, NEW.collector_org_id, NEW.author_user_id, NEW.author_org_id,
      NEW.reply_to_id, NEW.about_seq, NEW.due_at, NEW.remind_at, NEW.created_at, NEW.form_hash)
     IS DISTINCT FROM (OLD.case_id, OLD.id, OLD.seq, OLD.engagement_id, OLD.creditor_org_id, OLD.collector_org_id, OLD.author_user_id,
      OLD.author_org_id, OLD.reply_to_id, OLD.about_seq, OLD.due_at, OLD.remind_at, OLD.created_at, OLD.form_hash)
     OR (OLD.done_at IS NOT NULL AND (NEW.done_at, NEW.done_by) IS DISTINCT FROM (OLD.done_at, OLD.done_by))
     OR (OLD.reported_at IS NOT NULL AND (NEW.reported_at, NEW.reported_by) IS DISTINCT FROM (OLD.reported_at, OLD.reported_by))
     OR (OLD.redacted_at IS NOT NULL AND (NEW.redacted_at, NEW.redacted_by, NEW.redaction_reason)
         IS DISTINCT FROM (OLD.redacted_at, OLD.redacted_by, OLD.redaction_reason)) THEN
    RAISE EXCEPTION 'a message does not change once sent' USING ERRCODE = 'RG001';
  END IF;
  IF NEW.redacted_at IS NOT NULL AND OLD.redacted_at IS NULL THEN
    IF NEW.body <> '' OR OLD.reported_at IS NULL OR NOT is_law_admin(NEW.redacted_by) THEN
      RAISE EXCEPTION 'only an administrator in person redacts a message that was reported' USING ERRCODE = 'RG009';
    END IF;
  ELSIF NEW.body <> OLD.body THEN
    RAISE EXCEPTION 'a message does not change once sent' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_messages_sent BEFORE INSERT ON case_messages FOR EACH ROW EXECUTE FUNCTION guard_message_sent();
--> statement-breakpoint
CREATE TRIGGER case_messages_kept BEFORE UPDATE ON case_messages FOR EACH ROW EXECUTE FUNCTION guard_message_kept();
--> statement-breakpoint
CREATE TRIGGER case_messages_stay BEFORE DELETE ON case_messages FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_messages_not_emptied BEFORE TRUNCATE ON case_messages FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nobody but a member of one of the two parties is ever mentioned.
CREATE FUNCTION guard_mention() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM case_messages m JOIN memberships p ON p.org_id IN (m.creditor_org_id, m.collector_org_id)
      WHERE m.case_id = NEW.case_id AND m.id = NEW.message_id AND p.user_id = NEW.user_id) THEN
    RAISE EXCEPTION 'only a member of the two parties is mentioned' USING ERRCODE = 'RG011';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_message_mentions_guard BEFORE INSERT ON case_message_mentions FOR EACH ROW EXECUTE FUNCTION guard_mention();
--> statement-breakpoint
-- Every process that holds an open inbox hears of what was committed, whoever wrote it: a new notice, one that was read, a session
-- that ended. What is rolled back is never announced.
CREATE FUNCTION announce_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('rung_inbox', NEW.user_id || ' ' || NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION announce_read() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('rung_inbox', changed.user_id || ' read')
    FROM (SELECT DISTINCT n.user_id FROM after_rows n JOIN before_rows o ON o.id = n.id WHERE n.read_at IS DISTINCT FROM o.read_at) changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION announce_session_end() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('rung_inbox', OLD.user_id || ' session');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER notifications_announced AFTER INSERT ON notifications FOR EACH ROW WHEN (NEW.in_app) EXECUTE FUNCTION announce_notice();
--> statement-breakpoint
CREATE TRIGGER notifications_read AFTER UPDATE ON notifications REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION announce_read();
--> statement-breakpoint
CREATE TRIGGER sessions_ended AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION announce_session_end();
--> statement-breakpoint
GRANT SELECT, INSERT ON case_messages, case_message_mentions, case_message_files TO rung_app;
--> statement-breakpoint
GRANT UPDATE (body, reminded_at, overdue_told_at, done_at, done_by, reported_at, reported_by, redacted_at, redacted_by, redaction_reason)
  ON case_messages TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON case_message_reads TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_settings, notice_hours TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON digests TO rung_app;
