-- Rounds: the database's clock closes them, once and for good, and gives the one extension; prices that stand say what
-- they said when they were published.

-- Holds the round while a bid is written: whoever closes or extends it waits for the bid, and it for him, so that no bid is
-- taken after the close and none that was taken before it is left unopened.
CREATE OR REPLACE FUNCTION guard_bid() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE round tenders%ROWTYPE;
BEGIN
  SELECT * INTO round FROM tenders WHERE case_id = NEW.case_id AND id = NEW.tender_id FOR SHARE;
  IF round.id IS NULL THEN
    RAISE EXCEPTION 'a bid needs a round' USING ERRCODE = 'RG005';
  END IF;
  IF round.lane = 'standing' THEN
    PERFORM guard_standing_bid(NEW, round, TG_OP = 'INSERT');
    RETURN NEW;
  END IF;
  IF NEW.standing_price_id IS NOT NULL THEN
    RAISE EXCEPTION 'a sealed bid is no standing price' USING ERRCODE = 'RG005';
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
-- The bid of a standing price is that price to the letter, taken for this very case by its own publisher.
CREATE FUNCTION guard_standing_bid(bid bids, round tenders, is_new boolean) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_new THEN
    RAISE EXCEPTION 'a taken price does not change' USING ERRCODE = 'RG001';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM standing_prices p JOIN standing_takes t ON t.price_id = p.id
      WHERE p.id = bid.standing_price_id AND t.case_id = bid.case_id AND p.org_id = bid.org_id AND p.terms = bid.terms) THEN
    RAISE EXCEPTION 'a standing bid needs the price that was taken' USING ERRCODE = 'RG005';
  END IF;
END $$;
--> statement-breakpoint
-- A round is what it was opened as. It closes when its time is over by this clock and never opens again; its time grows
-- once, when it is over, while fewer than two bids lie in it, and by no more than it had.
CREATE FUNCTION guard_tender() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> (CASE NEW.lane WHEN 'standing' THEN 'closed' ELSE 'open' END) OR NEW.extended_at IS NOT NULL THEN
      RAISE EXCEPTION 'a round begins open, and a standing price needs none' USING ERRCODE = 'RG010';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.case_id, NEW.id, NEW.round, NEW.scope, NEW.fee_models, NEW.territories, NEW.opens_at, NEW.wrapped_key, NEW.lane)
     IS DISTINCT FROM (OLD.case_id, OLD.id, OLD.round, OLD.scope, OLD.fee_models, OLD.territories, OLD.opens_at,
     OLD.wrapped_key, OLD.lane) THEN
    RAISE EXCEPTION 'a round does not change once opened' USING ERRCODE = 'RG010';
  END IF;
  IF NOT (NEW.status = OLD.status OR OLD.status || '>' || NEW.status IN
      ('open>closed', 'open>void', 'closed>awarded', 'closed>void', 'awarded>closed', 'awarded>void')) THEN
    RAISE EXCEPTION 'no round goes from % to %', OLD.status, NEW.status USING ERRCODE = 'RG010';
  END IF;
  IF OLD.status = 'open' AND NEW.status = 'closed' AND rung_now() < OLD.closes_at THEN
    RAISE EXCEPTION 'the round is still running' USING ERRCODE = 'RG010';
  END IF;
  IF (NEW.closes_at, NEW.extended_at) IS DISTINCT FROM (OLD.closes_at, OLD.extended_at) THEN
    IF OLD.status <> 'open' OR NEW.status <> 'open' OR OLD.extended_at IS NOT NULL OR NEW.extended_at IS NULL
       OR rung_now() < OLD.closes_at OR rung_now() >= NEW.closes_at
       OR NEW.closes_at - OLD.closes_at > OLD.closes_at - OLD.opens_at
       OR (SELECT count(*) FROM bids WHERE case_id = OLD.case_id AND tender_id = OLD.id AND withdrawn_at IS NULL) >= 2 THEN
      RAISE EXCEPTION 'this round is not extended' USING ERRCODE = 'RG010';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tenders_guard BEFORE INSERT OR UPDATE ON tenders FOR EACH ROW EXECUTE FUNCTION guard_tender();
--> statement-breakpoint
-- Questions are put and answered while the round runs; what was said stays said.
CREATE FUNCTION guard_question() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM tenders t WHERE t.case_id = NEW.case_id AND t.id = NEW.tender_id AND t.status = 'open'
      AND rung_now() >= t.opens_at AND rung_now() < t.closes_at) THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'RG006';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.answer IS NOT NULL THEN
    RAISE EXCEPTION 'a question comes before its answer' USING ERRCODE = 'RG010';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.answer IS NOT NULL
     OR (NEW.case_id, NEW.id, NEW.tender_id, NEW.asker_org_id, NEW.asked_by, NEW.question, NEW.asked_at)
        IS DISTINCT FROM (OLD.case_id, OLD.id, OLD.tender_id, OLD.asker_org_id, OLD.asked_by, OLD.question, OLD.asked_at)) THEN
    RAISE EXCEPTION 'what was asked and answered stays' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER round_questions_guard BEFORE INSERT OR UPDATE ON round_questions
  FOR EACH ROW EXECUTE FUNCTION guard_question();
--> statement-breakpoint
CREATE FUNCTION guard_decline() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM tenders t WHERE t.case_id = NEW.case_id AND t.id = NEW.tender_id AND t.status = 'open'
      AND rung_now() < t.closes_at) THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'RG006';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER round_declines_guard BEFORE INSERT OR UPDATE ON round_declines
  FOR EACH ROW EXECUTE FUNCTION guard_decline();
--> statement-breakpoint
CREATE FUNCTION guard_standing_price() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL
     OR (NEW.id, NEW.org_id, NEW.places, NEW.claim_kinds, NEW.debtor_kinds, NEW.currency, NEW.least, NEW.most, NEW.terms,
         NEW.valid_until, NEW.published_by, NEW.published_at)
        IS DISTINCT FROM (OLD.id, OLD.org_id, OLD.places, OLD.claim_kinds, OLD.debtor_kinds, OLD.currency, OLD.least,
         OLD.most, OLD.terms, OLD.valid_until, OLD.published_by, OLD.published_at) THEN
    RAISE EXCEPTION 'a published price does not change' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER standing_prices_guard BEFORE UPDATE ON standing_prices FOR EACH ROW EXECUTE FUNCTION guard_standing_price();
--> statement-breakpoint
-- Takings of one price are counted one after another, so that two at once do not both find the last place free.
CREATE FUNCTION guard_standing_take() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE price standing_prices%ROWTYPE;
BEGIN
  SELECT * INTO price FROM standing_prices WHERE id = NEW.price_id FOR UPDATE;
  IF price.id IS NULL OR price.ended_at IS NOT NULL OR price.paused_at IS NOT NULL OR rung_now() >= price.valid_until THEN
    RAISE EXCEPTION 'the price no longer stands' USING ERRCODE = 'RG011';
  END IF;
  IF price.weekly_cap IS NOT NULL AND price.weekly_cap <= (SELECT count(*) FROM standing_takes
      WHERE price_id = NEW.price_id AND taken_at > NEW.taken_at - interval '168 hours') THEN
    RAISE EXCEPTION 'the price is taken as often as it may be this week' USING ERRCODE = 'RG012';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER standing_takes_guard BEFORE INSERT ON standing_takes FOR EACH ROW EXECUTE FUNCTION guard_standing_take();
--> statement-breakpoint
CREATE TRIGGER standing_takes_frozen BEFORE UPDATE OR DELETE ON standing_takes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON round_questions, round_declines, standing_prices TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON standing_takes TO rung_app;
