/** What reaches people in the app and by mail: `notify.` for events, `mail.` for the account itself. */
export const notices = {
  "notify.bid_received.title": "A bid arrived on {case}",
  "notify.bid_received.body":
    "A collector placed a sealed bid on {case}. It opens, with all others, when the round closes.",
  "notify.round_closed.title": "The round on {case} has closed",
  "notify.round_closed.body":
    "All bids on {case} are open now ({count} in all). Compare them and award the case, or open a new round.",
  "notify.round_no_bids.title": "No bids on {case}",
  "notify.round_no_bids.body":
    "The round on {case} closed without a bid. You can open it again, widen the territory or accept other fee models.",
  "notify.round_voided.title": "The round on {case} is void",
  "notify.round_voided.body":
    "The creditor changed {case}, so it goes back to review and all bids on it are void. If a new round opens, you can bid again.",
  "notify.round_extended.title": "The round on {case} goes on",
  "notify.round_extended.body":
    "Fewer than two bids lay in the round on {case}, so it goes on once, until {untilAt}. Nothing was opened; a bid that was placed stays sealed and can still be revised.",
  "notify.question_asked.title": "A question on {case}",
  "notify.question_asked.body":
    "A collector asks something about {case}. Your answer goes to all bidders; it can be given until {untilAt}.",
  "notify.question_answered.title": "An answer on {case}",
  "notify.question_answered.body": "The creditor of {case} answered a question before all bidders.",
  "notify.price_taken.title": "{case} was given to you at your standing price",
  "notify.price_taken.body":
    "A creditor took your standing price for {case}. Read the engagement and sign it by {signByAt}; after that the award lapses.",
  "notify.bid_opened.title": "Your bid on {case} is open",
  "notify.bid_opened.body":
    "The round on {case} has closed and all bids were opened together. The creditor compares them now.",
  "notify.awarded.title": "{case} is awarded to you",
  "notify.awarded.body":
    "The creditor chose your bid on {case}. Read the engagement and sign it by {signByAt}; after that the award lapses.",
  "notify.award_lapsed.title": "The award on {case} has lapsed",
  "notify.award_lapsed.body":
    "The engagement on {case} was not signed in time, so the award no longer holds. The creditor can open a new round.",
  "notify.lost.title": "{case} went to another collector",
  "notify.lost.body":
    "The creditor awarded {case} to another bid. Your bid is closed; nothing more is needed.",
  "notify.signature_needed.title": "{case} waits for your signature",
  "notify.signature_needed.body":
    "The engagement on {case} is drawn up. Read it and sign it by {signByAt}; after that the award lapses.",
  "notify.signed.title": "The other side signed {case}",
  "notify.signed.body": "{by} signed the engagement on {case}.",
  "notify.engaged.title": "The engagement on {case} is in force",
  "notify.engaged.body":
    "Both sides signed the engagement on {case}. The case page shows which step is lawful next.",
  "notify.case_approved.title": "{case} is approved",
  "notify.case_approved.body":
    "{case} passed review, and its round for bids is open. You will be told when it closes.",
  "notify.case_approved_standing.title": "{case} is approved",
  "notify.case_approved_standing.body":
    "{case} passed review. Choose one of the standing prices that fit it, or open a round for sealed bids.",
  "notify.case_returned.title": "{case} needs a change",
  "notify.case_returned.body":
    "The reviewer returned {case} and wrote: {reason}\nCorrect it and send it in again; what you entered is kept.",
  "notify.case_refused.title": "{case} was refused",
  "notify.case_refused.body": "{case} cannot be posted here. The reviewer wrote: {reason}",
  "notify.case_withdrawn.title": "{case} was withdrawn",
  "notify.case_withdrawn.body": "The creditor withdrew {case}. Nothing more is to be done on it.",
  "notify.step_blocked.title": "A step on {case} is blocked",
  "notify.step_blocked.body":
    "“{stepKey}” on {case} is not lawful at present. The case page gives the reason, the citation and what would unblock it.",
  "notify.dispute_recorded.title": "The debt in {case} is disputed",
  "notify.dispute_recorded.body":
    "A dispute was recorded on {case}. The ladder is on hold until it is answered; the case page shows how.",
  "notify.money_reported.title": "Money reported in {case}",
  "notify.money_reported.body":
    "The other side reported a transfer in {case}. The money page shows it and asks for your answer.",
  "notify.money_confirmed.title": "Your report in {case} is confirmed",
  "notify.money_confirmed.body": "The other side confirmed the transfer you reported in {case}.",
  "notify.money_contested.title": "Your report in {case} is contested",
  "notify.money_contested.body":
    "The other side contests the transfer you reported in {case}. The money page shows which one.",
  "notify.licence_verified.title": "Licence {number} is verified",
  "notify.licence_verified.body":
    "Your licence {number} for {territoryPlace} was found in the register. You can bid on rounds in that territory.",
  "notify.licence_returned.title": "Licence {number} needs a change",
  "notify.licence_returned.body":
    "The reviewer returned your licence {number} for {territoryPlace} and wrote: {reason}\nCorrect it and send it in again.",
  "notify.licence_refused.title": "Licence {number} was refused",
  "notify.licence_refused.body":
    "Your licence {number} for {territoryPlace} could not be accepted. The reviewer wrote: {reason}",
  "notify.licence_suspended.title": "Licence {number} is suspended",
  "notify.licence_suspended.body":
    "Your licence {number} for {territoryPlace} no longer counts, so no new bid or step can rest on it. The reviewer wrote: {reason}",
  "notify.invitation.title": "{by} invites you to {organization}",
  "notify.invitation.body": "{by} invites you to work in {organization}. You can accept or let it expire.",

  "mail.signature": "Rung · {publicUrl}\nRung is no law firm and gives no legal advice.",
  "mail.verify_email.subject": "Confirm your e-mail address",
  "mail.verify_email.body":
    "Hello {name},\n\nplease confirm that this address is yours. The link works once, for 24 hours:\n\n{link}\n\nIf you did not create an account, leave this mail alone: without the confirmation nobody can use it.",
  "mail.sign_up_existing.subject": "You already have an account",
  "mail.sign_up_existing.body":
    "Hello {name},\n\nsomebody, perhaps you, tried to create an account with this address. You have one already, and nothing was changed.\n\nSign in: {link}\nForgotten password: {resetLink}",
  "mail.reset_password.subject": "Choose a new password",
  "mail.reset_password.body":
    "Hello {name},\n\nhere you can choose a new password. The link works once, for one hour, and using it signs you out everywhere:\n\n{link}\n\nIf you did not ask for this, your password is unchanged and you need do nothing.",
  "mail.password_changed.subject": "Your password was changed",
  "mail.password_changed.body":
    "Hello {name},\n\nthe password of your account was changed just now and other sessions were ended. If that was not you, choose a new one at once: {link}",
  "mail.confirm_new_email.subject": "Confirm your new e-mail address",
  "mail.confirm_new_email.body":
    "Hello {name},\n\nplease confirm that your account should use this address from now on. The link works once, for 24 hours:\n\n{link}\n\nUntil then your old address stays in use.",
  "mail.email_changed.subject": "Your e-mail address was changed",
  "mail.email_changed.body":
    "Hello {name},\n\nyour account now uses {email} in place of this address. If that was not you, write to us at once.",
  "mail.second_factor_on.subject": "The second factor is on",
  "mail.second_factor_on.body":
    "Hello {name},\n\nsigning in to your account now needs a code from your authenticator app as well. Keep your recovery codes in a safe place.",
  "mail.second_factor_off.subject": "The second factor is off",
  "mail.second_factor_off.body":
    "Hello {name},\n\nsigning in to your account needs the password alone from now on. If you did not do this, choose a new password at once: {link}",
  "mail.invitation.subject": "{by} invites you to {organization}",
  "mail.invitation.body":
    "Hello,\n\n{by} invites you to work in {organization} on Rung. The link works once, for 7 days:\n\n{link}\n\nIf you do not know the sender, leave this mail alone.",
  "mail.account_deleted.subject": "Your account is deleted",
  "mail.account_deleted.body":
    "Hello {name},\n\nyour account is deleted and this address is forgotten. What the law obliges us to keep about cases is kept without your address.",
};
