ALTER TABLE "engagements" DROP COLUMN "creditor_signed_by";--> statement-breakpoint
ALTER TABLE "engagements" DROP COLUMN "creditor_signed_name";--> statement-breakpoint
ALTER TABLE "engagements" DROP COLUMN "creditor_signed_at";--> statement-breakpoint
ALTER TABLE "engagements" DROP COLUMN "collector_signed_by";--> statement-breakpoint
ALTER TABLE "engagements" DROP COLUMN "collector_signed_name";--> statement-breakpoint
ALTER TABLE "engagements" DROP COLUMN "collector_signed_at";