-- The number a paper would have, and the last day of issue of its series. It holds the counter until the transaction ends, so that of two
-- papers of one issuer the second waits, and what is rolled back leaves no gap: the counter moves with the paper itself.
CREATE FUNCTION next_paper_number(issuer uuid, the_series text, the_year smallint, OUT nth integer, OUT last_on date)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO paper_counters (issuer_id, series, year, last) VALUES (issuer, the_series, the_year, 0) ON CONFLICT DO NOTHING;
  SELECT c.last + 1, c.last_on INTO nth, last_on FROM paper_counters c
    WHERE c.issuer_id = issuer AND c.series = the_series AND c.year = the_year FOR UPDATE;
END $$;
--> statement-breakpoint
-- A paper takes the number that follows, on a day not before the last one's, and is what its content says. What undoes a paper undoes it
-- whole: same issuer, recipient, case, currency and sum. A bill is issued by whoever it is from, or by the system.
CREATE FUNCTION guard_paper() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  expected integer; before date; said jsonb := NEW.content::jsonb; undone papers%ROWTYPE;
BEGIN
  SELECT n.nth, n.last_on INTO expected, before FROM next_paper_number(NEW.issuer_id, NEW.series, NEW.year) n;
  IF NEW.nth <> expected OR NEW.issued_on < coalesce(before, NEW.issued_on)
     OR NEW.number <> NEW.series || '-' || NEW.year || '-' || lpad(NEW.nth::text, 6, '0') THEN
    RAISE EXCEPTION 'paper % is not the next of its series, which is no. %', NEW.number, expected USING ERRCODE = 'RG015';
  END IF;
  IF NEW.content_hash <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')
     OR (said ->> 'kind', said ->> 'number', said ->> 'issuedOn', said ->> 'currency', said ->> 'total')
        IS DISTINCT FROM (NEW.kind, NEW.number, NEW.issued_on::text, NEW.currency, NEW.total::text) THEN
    RAISE EXCEPTION 'paper % is not what its content says', NEW.number USING ERRCODE = 'RG015';
  END IF;
  IF NEW.series = 'INV' AND NEW.issuer_id::text IS DISTINCT FROM current_setting('rung.org_id', true)
     AND current_setting('rung.role', true) IS DISTINCT FROM 'system' THEN
    RAISE EXCEPTION 'an invoice is issued by whoever it is from' USING ERRCODE = 'RG015';
  END IF;
  IF NEW.cancels IS NOT NULL THEN
    SELECT * INTO undone FROM papers p WHERE p.issuer_id = NEW.issuer_id AND p.id = NEW.cancels;
    IF undone.kind IS DISTINCT FROM (CASE NEW.kind WHEN 'credit_note' THEN 'invoice' ELSE 'receipt' END)
       OR (undone.recipient_id, undone.case_id, undone.subject, undone.currency, undone.total)
          IS DISTINCT FROM (NEW.recipient_id, NEW.case_id, NEW.subject, NEW.currency, NEW.total)
       OR said #>> '{cancels,number}' IS DISTINCT FROM undone.number THEN
      RAISE EXCEPTION 'paper % does not undo the paper it names', NEW.number USING ERRCODE = 'RG015';
    END IF;
  END IF;
  UPDATE paper_counters SET last = NEW.nth, last_on = NEW.issued_on
    WHERE issuer_id = NEW.issuer_id AND series = NEW.series AND year = NEW.year;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER papers_guard BEFORE INSERT ON papers FOR EACH ROW EXECUTE FUNCTION guard_paper();
--> statement-breakpoint
CREATE TRIGGER papers_frozen BEFORE UPDATE OR DELETE ON papers FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER papers_kept BEFORE TRUNCATE ON papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE ALL ON FUNCTION next_paper_number(uuid, text, smallint) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION next_paper_number(uuid, text, smallint) TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON papers TO rung_app;
--> statement-breakpoint
GRANT SELECT ON paper_counters TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON org_particulars TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON particulars_asked TO rung_app;
