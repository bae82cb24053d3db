/**
 * The events that reach people in the app and by mail, with the values their words need. Names say how a
 * value is spelled to its reader: `…On` a civil date, `…At` an instant (ISO 8601), `…Place` a place code,
 * `…Key` a catalogue key; anything else is shown as it stands.
 */
export type NoticeValues = {
  new_match: { case: string; debtorPlace: string; kindKey: string };
  saved_search_hits: { name: string; count: number };
  bid_received: { case: string; count: number };
  round_closed: { case: string; count: number };
  round_no_bids: { case: string };
  round_voided: { case: string };
  round_extended: { case: string; untilAt: string };
  question_asked: { case: string; untilAt: string };
  question_answered: { case: string };
  price_taken: { case: string; signByAt: string };
  bid_opened: { case: string };
  awarded: { case: string; signByAt: string };
  award_lapsed: { case: string };
  lost: { case: string };
  signature_needed: { case: string; signByAt: string };
  signed: { case: string; by: string };
  engaged: { case: string };
  case_approved: { case: string };
  case_approved_standing: { case: string };
  case_returned: { case: string; reason: string };
  case_refused: { case: string; reason: string };
  case_withdrawn: { case: string };
  step_blocked: { case: string; stepKey: string };
  dispute_recorded: { case: string };
  money_reported: { case: string };
  money_confirmed: { case: string };
  money_contested: { case: string };
  text_passed: { case: string; stepKey: string };
  text_refused: { case: string; stepKey: string };
  date_near: { case: string; whatKey: string; dayOn: string };
  date_last: { case: string; whatKey: string; dayOn: string };
  date_open: { case: string; whatKey: string; dayOn: string };
  date_over: { case: string; whatKey: string; dayOn: string };
  licence_verified: { number: string; territoryPlace: string };
  licence_returned: { number: string; territoryPlace: string; reason: string };
  licence_refused: { number: string; territoryPlace: string; reason: string };
  licence_suspended: { number: string; territoryPlace: string; reason: string };
  law_proposed: { subject: string };
  law_approved: { subject: string; version: string };
  law_refused: { subject: string; reason: string };
  message_posted: { case: string; by: string };
  message_task: { case: string; by: string; dueAt: string };
  message_mention: { case: string; by: string };
  message_due_soon: { case: string; by: string; dueAt: string };
  message_overdue: { case: string; by: string; dueAt: string };
  message_reported: { case: string; by: string };
  licence_ending: { number: string; territoryPlace: string; lastOn: string };
  licence_lapsed: { number: string; territoryPlace: string; stateKey: string };
  licence_look_up: { count: number };
  mandate_lapsed: { case: string; firm: string; stateKey: string; decideByAt: string };
  mandate_restored: { case: string; firm: string };
  mandate_passed: { case: string; number: string };
  mandate_quiet: { case: string; sinceAt: string };
  mandate_ended: { case: string; firm: string; reasonKey: string };
  mandate_period: { case: string; endsOn: string };
  amendment_proposed: { case: string; answerByAt: string };
  amendment_agreed: { case: string; number: number };
  amendment_fell: { case: string; number: number };
  invitation: { organization: string; by: string };
};
export type NoticeKind = keyof NoticeValues;
