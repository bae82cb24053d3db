import type { StepType } from "#app/domain/law/types.ts";
import type { RecordKind } from "#app/domain/timeline/record-forms.ts";

/** Where on the platform something missing is brought, or why nobody here can bring it (key of `ladder.nobody.*`). */
export type Way =
  /** Without a fact: the page on which one is chosen. */
  | { to: "fact"; fact?: string }
  | { to: "record"; type: RecordKind }
  /** Without a type: the page on which a step is chosen. */
  | { to: "step"; type?: StepType }
  | { to: "words"; type: StepType }
  | { to: "engagement" }
  | { to: "bids" }
  | { to: "edit" }
  | { to: "licences" }
  | { to: "licence_review" }
  | { to: "case_review" }
  | { to: "law" }
  | { to: "nobody"; why: Nobody };

export const nobodies = [
  "time",
  "court",
  "outside",
  "counsel",
  "written_to",
  "posted",
  "other_collector",
] as const;
export type Nobody = (typeof nobodies)[number];

/** `own`: the step of the rung itself, whose form asks for it. `own_words`: its text. */
type Entry = Way | "own" | "own_words";

const step = (type: StepType): Way => ({ to: "step", type });
const record = (type: RecordKind): Way => ({ to: "record", type });
const fact = (path: string): Way => ({ to: "fact", fact: path });
const nobody = (why: Nobody): Way => ({ to: "nobody", why });

/** What heals a refusal, by the keys of `law.unblock.*`. */
export const unblockWays: Readonly<Record<string, Entry>> = {
  wait: nobody("time"),
  send_reminder: step("reminder"),
  contact_debtor: step("call"),
  debtor_unreachable: step("call"),
  send_demand: step("demand_payment"),
  written_demand: step("demand_payment"),
  add_fact: { to: "fact" },
  add_itemised_account: fact("documents.itemisedAccountId"),
  add_primary_document: fact("documents.primaryDocumentId"),
  add_residence: { to: "edit" },
  engage_lawyer: { to: "bids" },
  sign_engagement: { to: "engagement" },
  verify_credential: { to: "licences" },
  recheck_credential: { to: "licence_review" },
  lawyer_review: "own",
  lawyer_statement: record("limitation_statement"),
  leave_out_threat: "own_words",
  rewrite_text: "own_words",
  ask_text_review: "own_words",
  counsel_signature: { to: "law" },
  counsel_review: { to: "case_review" },
  ask_counsel: nobody("counsel"),
  record_title: record("title_recorded"),
  apply_enforcement: step("apply_enforcement"),
  apply_to_court: nobody("court"),
  file_suit: step("file_suit"),
  sue_instead: step("file_suit"),
  arbitrate: step("arbitration"),
  arbitration_agreement: fact("arbitrationAgreement"),
  offline_hearing: nobody("outside"),
  other_step: { to: "step" },
  other_channel: { to: "step" },
  other_number: { to: "step" },
  other_forum: step("file_suit"),
  end_hold: record("hold_ended"),
  send_verification: record("verification_sent"),
  send_validation_notice: step("validation_notice"),
  remedy_notice_only: nobody("written_to"),
  contact_attorney: nobody("written_to"),
  contact_estate: nobody("written_to"),
  contact_guardian: nobody("written_to"),
  proof_of_claim: nobody("court"),
  scra_certificate: fact("notices.scraCertificateOn"),
  assignment_notice: fact("notices.assignmentDeliveredOn"),
  report_notice: fact("notices.priorInformationOn"),
  call_consent: "own",
  consented_hours: "own",
  announce_recording: "own",
  email_basis: "own",
  check_number: "own",
  entry_consent: "own",
  location_only: "own",
  correct_amounts: "own",
  approved_channel: "own",
  limited_content: "own",
  record_contact: "own",
  complete_text: "own_words",
  translate_text: "own_words",
  leave_out_charge: "own_words",
  record_dispute: record("dispute"),
  other_collector: { to: "bids" },
  flat_fee: { to: "bids" },
  lower_fee: { to: "bids" },
  principal_consent: nobody("outside"),
  special_authority: nobody("outside"),
  pay_the_firm: nobody("outside"),
  offer_security: nobody("court"),
  find_assets: nobody("court"),
  update_rates: { to: "law" },
  update_calendar: { to: "law" },
  de_remind: step("reminder"),
  de_complete_letter: "own_words",
  de_apply_order: step("payment_order"),
  de_new_order: step("payment_order"),
  de_file_on_paper: nobody("outside"),
  de_contact_adviser: nobody("written_to"),
  gb_letter_of_claim: step("demand_payment"),
  gb_complete_letter: "own_words",
  gb_reissue_letter: step("demand_payment"),
  gb_written_reasons: fact("notices.writtenReasonsOn"),
  gb_send_documents: fact("notices.documentsProvidedOn"),
  gb_notice_of_intention: step("notice_of_intention"),
  gb_default_notice: fact("notices.defaultNoticeOn"),
  gb_offer_mediation: step("mediation"),
  gb_sue_instead: step("file_suit"),
  gb_service_of_claim: fact("proceeding.claimServedOn"),
  gb_other_court: { to: "step" },
  gb_permission: fact("notices.enforcementPermissionOn"),
  gb_contact_adviser: nobody("written_to"),
  gb_say_nothing_of_debt: "own_words",
  gb_responsible_person: { to: "licences" },
  gb_fca_permission: { to: "licences" },
};

/** Where a missing fact is brought, by the names of the shared vocabulary; those that can be added with evidence lead there by themselves. */
export const factWays: Readonly<Record<string, Entry>> = {
  "actor.kind": { to: "bids" },
  "debt.lawful": { to: "case_review" },
  engagementSigned: { to: "engagement" },
  enforcement: step("apply_enforcement"),
  formal_demand: step("demand_payment"),
  "history.contact": step("call"),
  "history.textForm": step("letter"),
  "holds[].sentOn": record("verification_sent"),
  judgment: record("title_recorded"),
  lawsuit: step("file_suit"),
  payment_order: step("payment_order"),
  "limitation.statement": record("limitation_statement"),
  "limitation.lastDay": record("limitation_statement"),
  "limitation.periodEnds": record("limitation_statement"),
  "notices.demandDeliveredOn": step("demand_payment"),
  "notices.remindersOn": step("reminder"),
  "notices.validation.complete": step("validation_notice"),
  "notices.validation.sentOn": step("validation_notice"),
  /** A bank's contract with a collector is made before the case is posted, and stated there by nobody else. */
  "outsourcing.contract": nobody("outside"),
};

/** Heads of names that lead to one place. The longest that fits counts. */
export const factHeads: Readonly<Record<string, Entry>> = {
  "action.": "own",
  at: "own",
  "actor.": { to: "licences" },
  "calendar.": { to: "law" },
  "rates.": { to: "law" },
  "fees.": { to: "law" },
  "debt.": { to: "edit" },
  "debtor.": { to: "edit" },
  "creditor.": { to: "edit" },
  "notices.": { to: "fact" },
  courtLand: { to: "fact" },
};
