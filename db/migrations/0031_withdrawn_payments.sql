ALTER TABLE "payments" ADD COLUMN "asked_by_org_id" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
GRANT UPDATE (withdrawn_at) ON payments TO rung_app;
