-- What must never be true, refused by the database itself. `rung_app` is the role the product runs as;
-- it is created before the first migration (db/migrate.ts) because roles belong to the server.
-- Every function fixes its search path: a temporary table of the same name must not stand in for ours.

-- The product's clock: the machine's, plus the demo's offset. `rung_app` may write the offset only where
-- db/migrate.ts granted it, which it does for demo and tests alone.
CREATE FUNCTION rung_now() RETURNS timestamptz LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  SELECT clock_timestamp() + coalesce((SELECT offset_ms FROM clock_offsets WHERE id = 1), 0) * interval '1 millisecond'
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'RG001';
END $$;
--> statement-breakpoint
CREATE FUNCTION guard_timeline_event() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  last_seq integer; last_hash text; last_stage text; decided jsonb; expected text;
BEGIN
  EXECUTE format('SELECT seq, hash, stage_after FROM %I.%I WHERE case_id = $1 ORDER BY seq DESC LIMIT 1',
    TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO last_seq, last_hash, last_stage USING NEW.case_id;
  IF NEW.seq <> coalesce(last_seq, 0) + 1 THEN
    RAISE EXCEPTION 'timeline gap or fork: event % follows %', NEW.seq, coalesce(last_seq, 0) USING ERRCODE = 'RG002';
  END IF;
  IF NEW.prev_hash <> coalesce(last_hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'timeline fork: previous hash does not match' USING ERRCODE = 'RG002';
  END IF;
  IF NEW.stage_before <> coalesce(last_stage, 'intake') THEN
    RAISE EXCEPTION 'timeline stage jump: the case stands at %, not %', coalesce(last_stage, 'intake'), NEW.stage_before
      USING ERRCODE = 'RG003';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM law_stage_moves m WHERE m.pack_id = NEW.pack_id AND m.pack_version = NEW.pack_version
      AND m.type = NEW.type AND m.stage_before = NEW.stage_before AND m.stage_after = NEW.stage_after) THEN
    RAISE EXCEPTION 'timeline stage jump: pack % % knows no % from % to %',
      NEW.pack_id, NEW.pack_version, NEW.type, NEW.stage_before, NEW.stage_after USING ERRCODE = 'RG003';
  END IF;
  decided := NEW.body::jsonb -> 'decision';
  IF (decided ->> 'allowed') IS DISTINCT FROM (CASE WHEN NEW.type = 'attempt_blocked' THEN 'false' ELSE 'true' END) THEN
    RAISE EXCEPTION 'timeline event without its decision' USING ERRCODE = 'RG004';
  END IF;
  expected := encode(sha256(convert_to(concat_ws(E'\n', NEW.case_id::text, NEW.seq::text, NEW.id::text, NEW.type,
    NEW.stage_before, NEW.stage_after,
    to_char(NEW.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(NEW.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    coalesce(NEW.actor_user_id::text, ''), coalesce(NEW.actor_org_id::text, ''), NEW.actor_role,
    NEW.pack_id, NEW.pack_version, NEW.body, NEW.prev_hash), 'UTF8')), 'hex');
  IF NEW.hash <> expected THEN
    RAISE EXCEPTION 'timeline hash does not follow from the event' USING ERRCODE = 'RG002';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER timeline_events_guard BEFORE INSERT ON timeline_events FOR EACH ROW EXECUTE FUNCTION guard_timeline_event();
--> statement-breakpoint
CREATE TRIGGER timeline_events_frozen BEFORE UPDATE OR DELETE ON timeline_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER timeline_events_kept BEFORE TRUNCATE ON timeline_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_entries_frozen BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_entries_kept BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consents_frozen BEFORE UPDATE OR DELETE ON consents FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consents_kept BEFORE TRUNCATE ON consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION guard_bid() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE round tenders%ROWTYPE;
BEGIN
  SELECT * INTO round FROM tenders WHERE case_id = NEW.case_id AND id = NEW.tender_id;
  IF round.id IS NULL THEN
    RAISE EXCEPTION 'a bid needs a round' USING ERRCODE = 'RG005';
  END IF;
  IF TG_OP = 'INSERT' OR NEW.sealed_for_round <> OLD.sealed_for_round OR NEW.sealed_for_bidder <> OLD.sealed_for_bidder
     OR NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at THEN
    IF round.status <> 'open' OR rung_now() < round.opens_at OR rung_now() >= round.closes_at THEN
      RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'RG006';
    END IF;
  END IF;
  IF NEW.terms IS NOT NULL AND (round.status = 'open' OR rung_now() < round.closes_at) THEN
    RAISE EXCEPTION 'the round is sealed until it closes' USING ERRCODE = 'RG007';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.terms IS NOT NULL AND NEW.terms IS DISTINCT FROM OLD.terms THEN
    RAISE EXCEPTION 'opened terms do not change' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER bids_guard BEFORE INSERT OR UPDATE ON bids FOR EACH ROW EXECUTE FUNCTION guard_bid();
--> statement-breakpoint
CREATE FUNCTION guard_award() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM bids b WHERE b.case_id = NEW.case_id AND b.id = NEW.bid_id AND b.tender_id = NEW.tender_id
      AND b.org_id = NEW.collector_org_id AND b.withdrawn_at IS NULL AND b.terms IS NOT NULL) THEN
    RAISE EXCEPTION 'an award needs an opened bid of that collector' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER awards_guard BEFORE INSERT ON awards FOR EACH ROW EXECUTE FUNCTION guard_award();
--> statement-breakpoint
-- A signed paper keeps its words: contents and hash never change, and a signature once given stays.
CREATE FUNCTION guard_engagement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.contents <> OLD.contents OR NEW.document_hash <> OLD.document_hash OR NEW.document_id <> OLD.document_id
     OR (OLD.creditor_signed_at IS NOT NULL AND (NEW.creditor_signed_at, NEW.creditor_signed_by, NEW.creditor_signed_name)
         IS DISTINCT FROM (OLD.creditor_signed_at, OLD.creditor_signed_by, OLD.creditor_signed_name))
     OR (OLD.collector_signed_at IS NOT NULL AND (NEW.collector_signed_at, NEW.collector_signed_by, NEW.collector_signed_name)
         IS DISTINCT FROM (OLD.collector_signed_at, OLD.collector_signed_by, OLD.collector_signed_name)) THEN
    RAISE EXCEPTION 'an engagement does not change once drawn up' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER engagements_guard BEFORE UPDATE ON engagements FOR EACH ROW EXECUTE FUNCTION guard_engagement();
--> statement-breakpoint
-- An organisation with members keeps an owner. The organisation's row is the lock, so that two owners
-- who leave at the same moment do not both see the other one stay.
CREATE FUNCTION guard_last_owner() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM organizations WHERE id = OLD.org_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM memberships WHERE org_id = OLD.org_id)
     AND NOT EXISTS (SELECT 1 FROM memberships WHERE org_id = OLD.org_id AND role = 'owner') THEN
    RAISE EXCEPTION 'an organisation keeps an owner' USING ERRCODE = 'RG008';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER memberships_last_owner AFTER UPDATE OR DELETE ON memberships
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION guard_last_owner();
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON users, recovery_codes, sessions, email_tokens, organizations, memberships,
  invitations, licences, notifications, mails, rate_limits, case_drafts, event_notes TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON documents, cases, case_codes, debtors, evidence_items, case_briefs, timers, tenders, bids,
  awards, engagements, timeline_heads TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON timeline_events, audit_entries, consents TO rung_app;
--> statement-breakpoint
GRANT SELECT ON law_stage_moves, clock_offsets TO rung_app;
