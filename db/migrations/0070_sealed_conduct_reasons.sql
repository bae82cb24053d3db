DROP TRIGGER conduct_reports_guard ON conduct_reports;
--> statement-breakpoint
ALTER TABLE "conduct_reports" DROP CONSTRAINT "conduct_reports_decided_whole";
--> statement-breakpoint
-- Reasons of before are kept behind a byte 0, in the clear, until the next start seals them; none are kept of a debtor who was erased.
ALTER TABLE "conduct_reports" ALTER COLUMN "reasons" SET DATA TYPE bytea
  USING CASE WHEN "reasons" = '' OR is_erased("case_id") AND "reasons" IS NOT NULL THEN ''::bytea ELSE '\x00'::bytea || convert_to("reasons", 'UTF8') END;--> statement-breakpoint
ALTER TABLE "conduct_reports" ADD CONSTRAINT "conduct_reports_decided_whole" CHECK (("conduct_reports"."verdict" is null) = ("conduct_reports"."decided_by" is null) and ("conduct_reports"."verdict" is null) = ("conduct_reports"."decided_at" is null) and ("conduct_reports"."verdict" is null) = ("conduct_reports"."reasons" is null));--> statement-breakpoint
CREATE INDEX "conduct_reports_clear" ON "conduct_reports" USING btree ("case_id") WHERE substring("conduct_reports"."reasons" from 1 for 1) = '\x00'::bytea;
--> statement-breakpoint
CREATE TRIGGER conduct_reports_guard BEFORE UPDATE ON conduct_reports FOR EACH ROW
  WHEN (NEW.reasons IS NOT DISTINCT FROM OLD.reasons
    OR NOT (is_sealing(to_jsonb(OLD), to_jsonb(NEW), 'reasons') OR is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'reasons')))
  EXECUTE FUNCTION guard_conduct_report();
--> statement-breakpoint
CREATE TRIGGER conduct_reports_sealed BEFORE INSERT OR UPDATE OF reasons ON conduct_reports FOR EACH ROW
  WHEN (is_clear(NEW.reasons)) EXECUTE FUNCTION refuse_clear();
--> statement-breakpoint
CREATE TRIGGER conduct_reports_erased BEFORE INSERT ON conduct_reports FOR EACH ROW WHEN (is_erased(NEW.case_id)) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A notice had the reasons in the clear, and keeps them after the erasure; they are read on the case's page from here on.
UPDATE notifications SET values = values - 'reason' WHERE kind = 'conduct_decided';
