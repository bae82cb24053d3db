ALTER TABLE "papers" DROP CONSTRAINT "papers_kind";--> statement-breakpoint
ALTER TABLE "papers" DROP CONSTRAINT "papers_undoing";--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_kind" CHECK ("papers"."kind" in ('invoice', 'credit_note', 'receipt', 'receipt_cancelled', 'balance_letter', 'satisfaction_letter', 'satisfaction_withdrawn', 'creditor_statement', 'remittance_advice'));--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_undoing" CHECK (("papers"."kind" in ('credit_note', 'receipt_cancelled', 'satisfaction_withdrawn')) = ("papers"."cancels" is not null));
--> statement-breakpoint
-- A paper takes the number that follows, on a day not before the last one's, and is what its content says. What undoes a paper undoes it
-- whole: same issuer, recipient, case, currency and sum. A bill is issued by whoever it is from, or by the
-- system. That nothing more is owed on a case is said by one of its sides, to the debtor, once at a time.
CREATE OR REPLACE FUNCTION guard_paper() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  IF NEW.kind = 'satisfaction_letter' AND (NEW.recipient_id IS NOT NULL
     OR NOT EXISTS (SELECT 1 FROM cases c WHERE c.case_id = NEW.case_id AND NEW.issuer_id IN (c.creditor_org_id, c.collector_org_id))
     OR EXISTS (SELECT 1 FROM papers p WHERE p.case_id = NEW.case_id AND p.kind = NEW.kind
       AND NOT EXISTS (SELECT 1 FROM papers u WHERE u.issuer_id = p.issuer_id AND u.cancels = p.id))) THEN
    RAISE EXCEPTION 'paper % does not say for the first time, and for a side of its case, that nothing is owed', NEW.number USING ERRCODE = 'RG015';
  END IF;
  IF NEW.cancels IS NOT NULL THEN
    SELECT * INTO undone FROM papers p WHERE p.issuer_id = NEW.issuer_id AND p.id = NEW.cancels;
    IF undone.kind IS DISTINCT FROM (CASE NEW.kind WHEN 'credit_note' THEN 'invoice'
         WHEN 'satisfaction_withdrawn' THEN 'satisfaction_letter' ELSE 'receipt' END)
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
