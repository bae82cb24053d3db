DROP INDEX "ledger_transfers_from_late";--> statement-breakpoint
DROP INDEX "ledger_transfers_to_late";--> statement-breakpoint
CREATE INDEX "ledger_transfers_from_late" ON "ledger_transfers" USING btree ("from_book","from_kind","currency","from_booked_on","effective_on") WHERE "ledger_transfers"."effective_on" < "ledger_transfers"."from_booked_on";--> statement-breakpoint
CREATE INDEX "ledger_transfers_to_late" ON "ledger_transfers" USING btree ("to_book","to_kind","currency","to_booked_on","effective_on") WHERE "ledger_transfers"."effective_on" < "ledger_transfers"."to_booked_on";