/** Legal dates of a case: `date.<kind>.what` names one in a few words, `date.<kind>.text` says what it means. */
export const dates = {
  "dates.title": "Dates that count",
  "dates.lead": "What can happen next, by when, and what must not be missed.",
  "dates.none": "No date is running. One appears here when an event starts it.",
  "dates.must": "Do not miss",
  "dates.may": "Opens",
  "dates.wait": "Ends",
  "dates.add": "Add to calendar",
  "dates.add_named": "Add to calendar: {what}",
  "dates.all": "All of these, always up to date: your calendar address",
  "dates.of_case": "{case}: {what}",
  "dates.soon": "Soonest dates",
  "dates.soon_all": "Calendar address",

  "date.limitation.what": "Last day to sue",
  "date.limitation.text":
    "After this day the claim appears time-barred, and the ladder stops before any filing.",
  "date.limitation_rolled.text":
    "After this day the claim appears time-barred. The court being closed then, the law allows until {lastOn}; do not rely on it.",
  "date.step_open.text": "On this day the waiting is over and the step is lawful, if nothing else changes.",
  "date.hold_over.what": "End of a pause",
  "date.hold_over.text": "The pause for this reason is over on this day: {holdKey}.",
  "date.objection_end.what": "Debtor's time to object to the order",
  "date.objection_end.text":
    "Until the end of this day the debtor can pay or object. If neither happens, the order can be taken further.",
  "date.enforcement_window.what": "Last day to apply for enforcement",
  "date.enforcement_window.text":
    "After this day the court dismisses an application for enforcement if the debtor objects to it as late.",
  "date.conversion.what": "Last day to decline the lawsuit",
  "date.conversion.text":
    "The payment order has ended. Unless you decline by this day, the court goes on as a lawsuit and asks for its fee.",
  "date.confirmation.what": "Last day to have the mediation confirmed",
  "date.confirmation.text":
    "Both sides together can ask the court until this day to confirm the agreement. Unconfirmed, it must be sued upon.",
  "date.sue_after_preservation.what": "Last day to sue and keep the assets frozen",
  "date.sue_after_preservation.text":
    "If neither a lawsuit nor an arbitration has begun by this day, the court lifts the freeze.",
  "date.prepay_fee.what": "Last day to pay the court fee",
  "date.prepay_fee.text": "Unpaid after this day, the court treats the lawsuit as withdrawn.",
  "date.appeal.what": "Last day to appeal the judgment",
  "date.appeal.text": "Either side can appeal until this day. Without an appeal the judgment takes effect.",
  "date.validation_end.what": "End of the validation period",
  "date.validation_end.text":
    "A dispute that the debtor sends until this day stops collection until it is answered.",
  "date.answer_due.what": "Defendant's time to answer the claim",
  "date.answer_due.text":
    "The defendant can answer until this day. Without an answer, a default judgment can be asked for.",
  "date.reply_end.what": "Debtor's time to reply to the letter of claim",
  "date.reply_end.text": "No claim may be issued before this day has passed, whatever else is ready.",
  "date.documents_due.what": "Last day to send the documents asked for",
  "date.documents_due.text":
    "The debtor asked for documents. Send them by this day, or say why they cannot be had.",
  "date.moratorium_end.what": "End of the breathing space",
  "date.moratorium_end.text":
    "Until the end of this day no contact, no interest, no new claim and no enforcement.",
  "date.claim_form_validity.what": "Last day to send the claim form",
  "date.claim_form_validity.text": "A claim form that was not sent by this day can no longer be served.",
  "date.enforcement_order_window.what": "Last day to apply for the enforcement order",
  "date.enforcement_order_window.text":
    "After this day the order for payment has no more effect, and the procedure was in vain.",
  "date.statement_of_claim.what": "Last day to file the statement of claim",
  "date.statement_of_claim.text": "The court has asked for the reasons of the claim by this day.",
  "date.appeal_enforcement_order.what": "Debtor's time to appeal the enforcement order",
  "date.appeal_enforcement_order.text":
    "Enforcement may begin before, at the creditor's risk: an appeal until this day opens the trial.",

  "law.fact.proceeding.claimIssuedOn": "the day the court issued the claim",
  "law.fact.proceeding.claimPostedOn": "the day the claim was posted to the defendant",
  "law.fact.proceeding.enforcementOrderServedOn": "the day the enforcement order was served",
  "law.fact.proceeding.feeNoticeOn": "the day the court asked for its fee",
  "law.fact.proceeding.judgmentServedOn": "the day the judgment was served",
  "law.fact.proceeding.mediationEffectiveOn": "the day the mediation agreement took effect",
  "law.fact.proceeding.preservedOn": "the day the court froze assets",
  "law.fact.proceeding.rulingReceivedOn": "the day the ruling that ended the payment order was received",
  "law.fact.proceeding.statementDemandedOn": "the day the court asked for the statement of claim",
  "law.fact.judgment.periodEnds": "the last day to perform that the judgment names",

  "notify.date_near.title": "{case}: {whatKey}, {dayOn}",
  "notify.date_near.body":
    "A date on {case} is coming: {whatKey}, {dayOn}. The case page says what it means and which rule sets it.",
  "notify.date_last.title": "{case}: today. {whatKey}",
  "notify.date_last.body":
    "Today, {dayOn}, is the day on {case}: {whatKey}. The case page says what is lost after it.",
  "notify.date_open.title": "{case}: lawful from today. {whatKey}",
  "notify.date_open.body":
    "The waiting on {case} ended on {dayOn}: {whatKey}. The case page shows what is open now.",
  "notify.date_over.title": "{case}: over. {whatKey}",
  "notify.date_over.body":
    "A time on {case} ran out at the end of {dayOn}: {whatKey}. The case page shows what that opens.",

  "calendar.title": "Calendar",
  "calendar.lead":
    "A secret address that shows the legal dates of your cases in any calendar program, always up to date.",
  "calendar.off": "No address yet",
  "calendar.on": "Address made on {date}.",
  "calendar.never_read": "No calendar program has asked for it yet.",
  "calendar.read": "Last asked for by a calendar program on {date}.",
  "calendar.manage": "Manage",
  "calendar.what":
    "It shows case codes, dates and rules, and never the name of a debtor. Whoever has the address can read them, so treat it like a password.",
  "calendar.make": "Make an address",
  "calendar.renew": "Make a new address and end the old one",
  "calendar.revoke": "End the address",
  "calendar.address": "Your address",
  "calendar.once": "Copy it now: it is not shown again. Only its fingerprint is kept.",
  "calendar.how":
    "In your calendar program choose “subscribe to a calendar” or “add by address” and paste it. Programs ask again every few hours.",
  "calendar.revoked": "The address no longer works.",
  "audit.op.user.calendar_made": "Calendar address made",
  "audit.op.user.calendar_ended": "Calendar address ended",
  "calendar.name": "Rung: legal dates",
  "calendar.event_text": "{text}\n{citation} ({rule})\n{link}",
} as const;
