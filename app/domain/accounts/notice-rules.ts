import type { NoticeKind } from "./notices.ts";

/** `now`: a mail of its own, `digest`: a line in the daily mail, `none`: no mail. */
export const mailModes = ["now", "digest", "none"] as const;
export type MailMode = (typeof mailModes)[number];

/** Why a kind always stands in the inbox: a deadline of the law, a right that is lost, or an act that others wait for. */
export type Necessity = "legal-date" | "deadline" | "standing" | "decision";

export type NoticeRule = {
  /** Null where the person may leave it out of the inbox. */
  always: Necessity | null;
  mail: MailMode;
  /** Sent in quiet hours too: it would come too late after them. */
  urgent?: boolean;
};

/** How each kind is told unless its reader chose otherwise. A kind without a line is a type error. */
export const noticeRules: Record<NoticeKind, NoticeRule> = {
  date_near: { always: "legal-date", mail: "now" },
  date_last: { always: "legal-date", mail: "now", urgent: true },
  date_open: { always: "legal-date", mail: "now" },
  date_over: { always: "legal-date", mail: "now", urgent: true },
  new_match: { always: null, mail: "now" },
  saved_search_hits: { always: null, mail: "now" },
  bid_received: { always: null, mail: "now" },
  round_closed: { always: "decision", mail: "now" },
  round_no_bids: { always: "decision", mail: "now" },
  round_voided: { always: null, mail: "now" },
  round_extended: { always: null, mail: "now" },
  question_asked: { always: "deadline", mail: "now" },
  question_answered: { always: null, mail: "now" },
  price_taken: { always: "deadline", mail: "now" },
  bid_opened: { always: null, mail: "now" },
  awarded: { always: "deadline", mail: "now" },
  award_lapsed: { always: "standing", mail: "now" },
  lost: { always: null, mail: "now" },
  signature_needed: { always: "deadline", mail: "now" },
  signed: { always: null, mail: "now" },
  engaged: { always: "standing", mail: "now" },
  case_approved: { always: null, mail: "now" },
  case_approved_standing: { always: null, mail: "now" },
  case_returned: { always: "decision", mail: "now" },
  case_refused: { always: "decision", mail: "now" },
  case_withdrawn: { always: "standing", mail: "now" },
  step_blocked: { always: null, mail: "now" },
  advance_asked: { always: "decision", mail: "now" },
  advance_spent: { always: null, mail: "digest" },
  money_reported: { always: "decision", mail: "now" },
  money_confirmed: { always: null, mail: "digest" },
  money_contested: { always: "decision", mail: "now" },
  money_came_in: { always: null, mail: "now" },
  money_went_back: { always: "standing", mail: "now" },
  plan_accepted: { always: null, mail: "now" },
  plan_method_gone: { always: "standing", mail: "now" },
  plan_ended: { always: "standing", mail: "now" },
  instalment_near: { always: null, mail: "digest" },
  instalment_failed: { always: "decision", mail: "now" },
  instalment_missed: { always: "decision", mail: "now" },
  money_unremitted: { always: "deadline", mail: "now" },
  invoice_issued: { always: "standing", mail: "now" },
  invoice_cancelled: { always: "standing", mail: "now" },
  claim_satisfied: { always: "standing", mail: "now" },
  satisfaction_withdrawn: { always: "standing", mail: "now" },
  month_to_close: { always: "decision", mail: "now" },
  statement_issued: { always: null, mail: "digest" },
  particulars_needed: { always: "decision", mail: "now" },
  books_differ: { always: "decision", mail: "now" },
  dispute_recorded: { always: "legal-date", mail: "now", urgent: true },
  contact_held: { always: "decision", mail: "now" },
  contact_bounced: { always: "standing", mail: "now" },
  contact_unknown: { always: "decision", mail: "now" },
  contact_stopped: { always: "standing", mail: "now", urgent: true },
  debtor_details_often: { always: "decision", mail: "now" },
  visit_stopped: { always: "decision", mail: "now", urgent: true },
  data_requested: { always: "deadline", mail: "now" },
  conduct_reported: { always: "deadline", mail: "now", urgent: true },
  conduct_decided: { always: "standing", mail: "now" },
  proposal_answered: { always: "standing", mail: "now" },
  texts_stopped: { always: "standing", mail: "now", urgent: true },
  text_answered: { always: "decision", mail: "now", urgent: true },
  debtor_said: { always: "decision", mail: "now", urgent: true },
  text_passed: { always: null, mail: "now" },
  text_refused: { always: "decision", mail: "now" },
  licence_verified: { always: null, mail: "now" },
  licence_returned: { always: "decision", mail: "now" },
  licence_refused: { always: "standing", mail: "now" },
  licence_suspended: { always: "standing", mail: "now", urgent: true },
  licence_ending: { always: "deadline", mail: "now" },
  licence_lapsed: { always: "standing", mail: "now", urgent: true },
  licence_look_up: { always: "deadline", mail: "now" },
  mandate_lapsed: { always: "decision", mail: "now", urgent: true },
  mandate_restored: { always: null, mail: "now" },
  mandate_passed: { always: "standing", mail: "now" },
  mandate_quiet: { always: "standing", mail: "now" },
  mandate_ended: { always: "standing", mail: "now" },
  mandate_period: { always: "deadline", mail: "now" },
  amendment_proposed: { always: "deadline", mail: "now" },
  amendment_agreed: { always: "standing", mail: "now" },
  amendment_fell: { always: null, mail: "now" },
  law_proposed: { always: null, mail: "now" },
  law_approved: { always: null, mail: "now" },
  law_refused: { always: null, mail: "now" },
  wording_proposed: { always: null, mail: "now" },
  wording_approved: { always: null, mail: "now" },
  wording_refused: { always: null, mail: "now" },
  form_file_proposed: { always: null, mail: "now" },
  form_file_approved: { always: null, mail: "now" },
  form_file_refused: { always: null, mail: "now" },
  invitation: { always: null, mail: "now" },
  message_posted: { always: null, mail: "digest" },
  message_task: { always: "deadline", mail: "digest" },
  message_mention: { always: null, mail: "now" },
  message_due_soon: { always: "deadline", mail: "now", urgent: true },
  message_overdue: { always: "deadline", mail: "now" },
  message_reported: { always: "decision", mail: "now" },
};

/** In the order the settings are read in. */
export const noticeKinds = Object.keys(noticeRules) as NoticeKind[];

/** What a person chose for a kind; the inbox part of a necessary kind is not theirs to choose. */
export type NoticeChoice = { inApp: boolean; mail: MailMode };

export function choiceFor(kind: NoticeKind, chosen: NoticeChoice | undefined): NoticeChoice {
  const { always, mail } = noticeRules[kind];
  return { inApp: always !== null || (chosen?.inApp ?? true), mail: chosen?.mail ?? mail };
}
