/** Papers of a mandate and what becomes of it: powers of attorney, certificates, amendments, lapses, the end. */
export const mandates = {
  "paper.period": "Period",
  "paper.period_value_one": "{count} month from the last signature",
  "paper.period_value_other": "{count} months from the last signature",
  "paper.period_text":
    "After the period the mandate goes on until it is extended by a signed amendment or ended; the creditor may then end it without a cause. Before, the creditor may end it at any time; for a cause where the collector does not act for 14 days although an act was lawful, misses the first act it promised, or loses the licence it needs.",
  "paper.split": "Where collectors follow each other",
  "paper.split_text":
    "The creditor never pays more than one fee. It is shared by the milestones that stand on the case's timeline, each for the collector who recorded it first, in these parts; milestones that were not reached count for nobody. The creditor pays each collector its own part: no collector pays another, and nobody shares a lawyer's fee.",
  "paper.split_value_one": "{count} part",
  "paper.split_value_other": "{count} parts",
  "paper.charge": "Charge of the platform",
  "paper.charge_value": "{amount}, paid by the creditor, whatever comes of the case",
  "paper.charge_text":
    "It is a fixed sum and no share of anybody's fee. The collector pays nothing for the mandate, and nothing is taken out of what it is owed.",
  "paper.charge_rule": "{rule} ({citation}) allows no share of a lawyer's fee here.",
  "paper.authority_apart":
    "The power of attorney is a paper of its own, signed with this one. It says nothing of the fee and may be shown to the debtor, to courts and to authorities.",

  "milestone.demand": "Formal demand sent",
  "milestone.letter": "Lawyer's letter sent",
  "milestone.filing": "Court or arbitration seized",
  "milestone.title": "Title obtained",
  "milestone.enforcement": "Enforcement applied for",
  "milestone.recovery": "Money came in",

  "poa.title.US_lawyer": "Letter of authority to an attorney, {case}",
  "poa.title.US_agency": "Collection authority, {case}",
  "poa.title.CN_lawyer": "Power of attorney (授权委托书), {case}",
  "poa.title.CN_agency": "Entrustment of collection, {case}",
  "poa.title.GB_lawyer": "Letter of authority to solicitors, {case}",
  "poa.title.GB_agency": "Letter of authority to a collection agency, {case}",
  "poa.title.DE_lawyer": "Power of attorney (Vollmacht), {case}",
  "poa.title.DE_agency": "Power of attorney for collection (Inkassovollmacht), {case}",
  "poa.lead":
    "Given on {time} UTC. It takes effect when both sides have signed, which the signing certificate shows. The debtor is the one of case {case}, named in the schedule that Rung makes out from then on.",
  "poa.parties": "1. Principal and agent",
  "poa.principal": "Principal",
  "poa.agent": "Agent",
  "poa.matter": "2. Matter",
  "poa.powers": "3. Powers",
  "poa.powers_kind": "Kind of power",
  "poa.powers_general": "General",
  "poa.powers_special": "Special",
  "poa.intro": "The principal authorises the agent:",
  "poa.general.US":
    "The decision to settle, to release or to compromise the claim, in whole or in part, stays with the principal (rule 1.2(a) of the Model Rules of Professional Conduct).",
  "poa.general.CN":
    "General power (一般授权): it does not cover admitting, waiving or changing claims, settling, counterclaiming or appealing, nor receiving money in the principal's place.",
  "poa.general.GB":
    "The agent may not settle, release or compromise the claim without the principal's written instruction.",
  "poa.general.DE":
    "It does not cover settlements, waivers and acknowledgments, which need the principal's word in each case.",
  "poa.special.US":
    "The agent may settle or compromise the claim within the principal's written instructions and give a release once they are kept.",
  "poa.special.CN":
    "Special power (特别授权), as article 62 of the Civil Procedure Law asks that it be named: to admit, waive or change claims, to settle, to counterclaim and to appeal.",
  "poa.special.GB":
    "The agent may settle or compromise the claim within the principal's written instructions.",
  "poa.special.DE":
    "It covers settlements, waivers and acknowledgments within the principal's written instructions.",
  "poa.limits": "4. Limits",
  "poa.no_substitute":
    "The agent acts itself and passes the authority to nobody without the principal's written consent.",
  "poa.court_agency":
    "The agent is no lawyer: it brings no action and appears in no court where the law reserves that to lawyers.",
  "poa.money":
    "Money that the agent receives for the principal is kept apart from its own, as the rules of its profession ask, and is passed on without delay.",
  "poa.conduct":
    "The agent names the principal, the claim and its own licence to the debtor when it is asked to.",
  "poa.term": "5. Term",
  "poa.term_text":
    "It ends when the principal revokes it, when the mandate of case {case} ends or when the case is closed. Whoever is shown it can ask whether it still holds.",
  "poa.law": "6. Law",
  "poa.no_rules": "General law of agency.",
  "poa.schedule_title": "Schedule to the power of attorney of {case}",
  "poa.schedule_lead":
    "Belongs to the power of attorney with the fingerprint (SHA-256) {hash}. Made out on {time} UTC.",
  "poa.debtor": "Debtor",
  "poa.debtor_name": "Name",
  "poa.debtor_address": "Address",
  "poa.debtor_place": "Place",

  "certificate.title": "Signing certificate, {paper}",
  "certificate.lead":
    "Made out by Rung on {time} UTC, when the second side had signed. It belongs to the files with the fingerprints below and to no other.",
  "certificate.files": "What was signed",
  "certificate.document": "Paper (SHA-256)",
  "certificate.authority": "Power of attorney (SHA-256)",
  "certificate.engagement": "Changes the mandate (SHA-256)",
  "certificate.side.creditor": "Signature of the creditor",
  "certificate.side.collector": "Signature of the collector",
  "certificate.name": "Name as typed",
  "certificate.firm": "For",
  "certificate.identified": "Identified by",
  "certificate.identified_value":
    "signed in with a password, and a one-time code sent to {email} at {time} UTC",
  "certificate.at": "Signed at",
  "certificate.address": "From the network address",
  "certificate.consent": "The person ticked that the paper was read and is signed for the side named.",
  "certificate.paper.engagement": "mandate {case}",
  "certificate.paper.amendment": "amendment {number} to the mandate {case}",

  "amendment.paper_title": "Amendment {number} to the mandate {case}",
  "amendment.paper_lead":
    "Proposed on {time} UTC by the {side}. It changes the mandate with the fingerprint (SHA-256) {hash}; everything not named here stays as it was signed.",
  "amendment.by.creditor": "creditor",
  "amendment.by.collector": "collector",
  "amendment.changes": "What changes",
  "amendment.period": "End of the period",
  "amendment.scope": "Reach of the mandate",
  "amendment.fee": "Fee",
  "amendment.from_to": "{before} becomes {after}",
  "amendment.no_end": "none named",
  "amendment.scope_text":
    "The collector's authority follows the reach of the mandate; the power of attorney is read with this amendment.",
  "amendment.effect":
    "It takes effect when both sides have signed it. Unsigned by {time} UTC it falls, and the mandate stays as it is.",
  "amendment.title": "Amendments",
  "amendment.propose": "Propose an amendment",
  "amendment.propose_title": "Propose an amendment to {case}",
  "amendment.propose_lead_lot":
    "Say what is to change. The paper is drawn up at once; you sign it, then the other side signs it or declines. It holds for the lot and all its cases. The rates stay as they were bid: another price needs a new round.",
  "amendment.propose_lead":
    "Say what is to change. The paper is drawn up at once; you sign it, then the other side signs it or declines.",
  "amendment.none": "The mandate stands as it was signed.",
  "amendment.period_hint": "The mandate now runs to {day}. Leave empty to keep it.",
  "amendment.period_hint_open": "The mandate names no end. Leave empty to keep it so.",
  "amendment.scope_keep": "Keep the reach as it is",
  "amendment.fee_keep": "Keep the fee as it is",
  "amendment.fee_change": "Another fee",
  "amendment.submit": "Draw up the amendment",
  "amendment.drawn_flash": "The amendment is drawn up. Sign it, then the other side is asked.",
  "amendment.agreed_flash": "Both sides have signed. The amendment is in force.",
  "amendment.signed_flash": "Signed. The other side was asked.",
  "amendment.declined_flash": "The amendment has fallen. The mandate stays as it was.",
  "amendment.status.proposed": "Waits",
  "amendment.status.agreed": "In force",
  "amendment.status.declined": "Declined",
  "amendment.status.withdrawn": "Withdrawn",
  "amendment.number": "Amendment {number}",
  "amendment.open": "Read and sign",
  "amendment.read": "Read",
  "amendment.decline": "Decline it",
  "amendment.withdraw": "Withdraw it",
  "amendment.decline_text": "The mandate stays as it was signed. The other side is told.",
  "amendment.sign_submit": "Sign the amendment",
  "amendment.sign_by": "Both sides sign by {time}, or it falls.",
  "amendment.refusal.not-in-force": "No mandate is in force on this case, so there is nothing to amend.",
  "amendment.refusal.one-open":
    "Another amendment waits for its answer. Sign, decline or withdraw that one first.",
  "amendment.refusal.nothing": "Say at least one thing that changes.",
  "amendment.refusal.same": "This is what the mandate says already.",
  "amendment.refusal.no-later": "Choose a day after today.",
  "amendment.refusal.over-cap": "The law does not allow this fee here.",
  "amendment.refusal.not-capable":
    "The collector may not take on this reach at present. The findings say why.",

  "sign.code_title": "First, a one-time code",
  "sign.code_lead":
    "A code of six digits goes to {email}. It is good for {minutes} minutes, for you and for this very paper.",
  "sign.code_send": "Send me a code",
  "sign.code_again": "Send me another code",
  "sign.code_sent_flash": "A code was sent to your e-mail address.",
  "sign.code_open": "A code was sent to {email}; it is good until {time}.",
  "sign.code": "Code from the mail",
  "sign.code_hint": "Six digits. After five wrong tries a new one is needed.",
  "sign.refusal.code-wrong": "That is not the code. Look at the newest mail.",
  "sign.refusal.code-over":
    "This code is no good any more: it is too old, was used, or was tried too often. Send yourself a new one.",
  "mail.signing_code.subject": "{code} is your code to sign {case}",
  "mail.signing_code.body":
    "Somebody signed in as you is about to sign the paper on {case} with the fingerprint beginning {hash}. The code is {code}. It is good for {minutes} minutes and for nothing else.\n\nIf that was not you, sign in, end your sessions and change your password.",

  "mandate.papers": "Papers",
  "mandate.authority": "Power of attorney",
  "mandate.authority_get": "Download the power of attorney",
  "mandate.schedule_get": "Download its schedule, which names the debtor",
  "mandate.certificate_get": "Download the signing certificate",
  "mandate.authority_hash": "Fingerprint of the power of attorney (SHA-256)",
  "mandate.standing": "How the mandate stands",
  "mandate.period_ends": "Period ends",
  "mandate.period_over": "The period is over; the mandate goes on until it is extended or ended.",
  "mandate.keeping": "The collector",
  "mandate.keeping.acting": "acts, or the law gives it nothing to do at present",
  "mandate.keeping.quiet": "has not acted since {time} although a step was lawful",
  "mandate.charge": "Charge of the platform",
  "mandate.charge_note": "fixed, paid by the creditor, never a share of a fee",
  "mandate.rule": "Because of {rule}: {citation}",
  "mandate.split": "How one fee is shared",
  "mandate.split_text": "If the money came in now, of one fee:",
  "mandate.split_one": "No other collector held a mandate on this case: the fee is the present one's alone.",
  "mandate.split_of": "{part} of 10,000",
  "mandate.end": "End the mandate and tender anew",
  "mandate.powers_title": "How far does the power of attorney go?",
  "mandate.powers_general": "General: the collector asks you before it admits, waives, settles or appeals",
  "mandate.powers_special": "Special: it may do so itself, within your written instructions",

  "past.title": "Ended mandates",
  "past.lead_collector":
    "Cases and lots that went on to another collector. The papers both sides signed stay yours; what happened afterwards is no longer open to you.",
  "past.lead_creditor": "Mandates you have ended, with the papers both sides signed.",
  "past.empty_title": "No mandate has ended early",
  "past.empty_text":
    "A mandate whose case or lot goes on to another collector is listed here with its signed papers.",
  "past.subject": "Case or lot",
  "past.other_side": "Other side",
  "past.from": "In force from",
  "past.until": "Ended",
  "past.papers": "Signed papers",
  "past.paper.engagement": "Engagement",
  "past.paper.authority": "Power of attorney",
  "past.paper.certificate": "Signing certificate",
  "past.paper.amendment": "Amendment {number}",
  "past.paper.amendment_certificate": "Certificate of amendment {number}",
  "retender.title": "End the mandate on {case} and tender it anew",
  "retender.lead":
    "{firm} loses the case at once. A new round opens on the same terms. Whoever takes over gets the facts, the dates and the papers, and a pause that runs now goes on. It gets nothing of what {firm} wrote for itself: not its plan, not its notes, not its messages with you. {firm} keeps the papers it signed and sees nothing that comes later.",
  "retender.reason": "Why does it end?",
  "retender.reason.non_performance": "The collector did not act",
  "retender.reason.licence_lapsed": "The collector lacks its licence",
  "retender.reason.period_over": "The period is over",
  "retender.reason.no_cause": "I want another collector",
  "retender.reason_hint": "Only reasons that the record bears out can be given.",
  "retender.submit": "End it and open a round",
  "retender.done_flash": "The mandate has ended and a new round is open.",
  "retender.split": "What is shared later",
  "retender.split_text":
    "Milestones that {firm} recorded keep their part of the one fee. The later collector gets the rest.",
  "retender.earned": "{milestone}: {count} of {total} parts",
  "retender.refusal.not-engaged": "No mandate is in force here.",
  "retender.refusal.reason-not-shown": "The record does not bear this reason out. Choose another.",
  "retender.refusal.nothing-left": "Nothing of this lot is open any more, so there is nothing to tender.",
  "retender.refusal.not-lawful": "A new round cannot be opened at present. The findings say why.",

  "lapse.title": "{firm} may not act on {case} at present",
  "lapse.reason.expired": "Its licence {number} has expired.",
  "lapse.reason.suspended": "Its licence {number} is suspended.",
  "lapse.reason.holder_left": "The member whose licence {number} is has left the firm.",
  "lapse.text":
    "No step that needs a licence can be recorded until this is settled. Choose what is to happen; without a choice it is tendered anew at {time}.",
  "lapse.text_collector":
    "No step that needs this licence can be recorded. Renew it, or the creditor decides; without a decision it is tendered anew at {time}.",
  "lapse.waiting": "You wait for the renewal until {time}; then it is tendered anew.",
  "lapse.none_heading": "The collector’s licence on {case}",
  "lapse.none_title": "Nothing to decide",
  "lapse.none_text": "The collector holds the licence that its mandate rests on.",
  "lapse.wait": "Wait for the renewal",
  "lapse.wait_until": "Wait until",
  "lapse.wait_hint": "At most 60 days from today. If the licence is not back by then, it is tendered anew.",
  "lapse.wait_submit": "Wait until then",
  "lapse.pass": "Let another licensed member of {firm} take over",
  "lapse.pass_to": "Licence",
  "lapse.pass_submit": "Pass it on within the firm",
  "lapse.pass_none": "No other member of {firm} holds a licence that would do here.",
  "lapse.retender": "Tender anew",
  "lapse.decided_flash": "Your choice is recorded.",
  "lapse.refusal.no-plan": "This is settled already.",
  "lapse.refusal.wait-too-long": "Choose a day after today and at most 60 days on.",
  "lapse.refusal.no-such-licence": "This licence would not do here, or does not count at present.",

  "notify.licence_ending.title": "Licence {number} ends on {lastOn}",
  "notify.licence_ending.body":
    "Your licence {number} for {territoryPlace} no longer holds from {lastOn}. Submit the new term before, so that nothing stops: from that day on no bid, signature or step can rest on it.",
  "notify.licence_lapsed.title": "Licence {number} permits nothing now",
  "notify.licence_lapsed.body":
    "Your licence {number} for {territoryPlace}: {stateKey}. Bids, awards, signatures and steps that need it are refused from now on. Creditors of your open mandates were told.",
  "notify.licence_look_up.title": "{count} licences wait for a fresh look-up",
  "notify.licence_look_up.body":
    "Look-ups in the registers count for 30 days. {count} of them run out within five days or have run out; what rests on them stops then.",
  "notify.mandate_lapsed.title": "The collector of {case} lacks its licence",
  "notify.mandate_lapsed.body":
    "{firm} may not act on {case}: {stateKey}. Choose by {decideByAt} whether you wait, pass it on within the firm or tender it anew; then it is tendered anew.",
  "notify.mandate_restored.title": "The collector of {case} may act again",
  "notify.mandate_restored.body":
    "{firm} has the licence that {case} needs again. Nothing is left to decide.",
  "notify.mandate_passed.title": "{case} goes on under another licence",
  "notify.mandate_passed.body":
    "The creditor passed {case} on within the firm: it now rests on licence {number}.",
  "notify.mandate_quiet.title": "Nothing was done on {case}",
  "notify.mandate_quiet.body":
    "No step was recorded on {case} since {sinceAt} although one was lawful. The creditor may end the mandate for this cause until the collector acts.",
  "notify.mandate_ended.title": "The mandate on {case} has ended",
  "notify.mandate_ended.body":
    "The mandate on {case} has ended: {reasonKey}. The case is no longer open to {firm}; milestones on its timeline keep their part of the fee.",
  "notify.mandate_period.title": "The period of {case} ends on {endsOn}",
  "notify.mandate_period.body":
    "The agreed period of the mandate on {case} ends on {endsOn}. Extend it by an amendment, or let it go on; from then the creditor may end it without a cause.",
  "notify.amendment_proposed.title": "An amendment to {case} waits for you",
  "notify.amendment_proposed.body":
    "The other side proposed and signed an amendment to the mandate on {case}. Read it and sign or decline it by {answerByAt}.",
  "notify.amendment_agreed.title": "The mandate on {case} was amended",
  "notify.amendment_agreed.body":
    "Both sides signed amendment {number} to the mandate on {case}. It is in force.",
  "notify.amendment_fell.title": "Amendment {number} to {case} has fallen",
  "notify.amendment_fell.body":
    "It was declined, withdrawn or not signed in time. The mandate on {case} stays as it was.",

  "review.reference": "Reference of the look-up",
  "review.reference_hint":
    "The address of the register's page or the number of its answer, so that somebody else finds the same.",
  "review.look_up_proof": "Print of the register's page",
  "review.look_up_proof_hint": "PDF or picture. One of the two is needed: a reference or a print.",
  "error.look_up_proof": "Give a reference of the look-up or a print of the register's page.",
  "look_ups.title": "Fresh look-ups",
  "look_ups.lead":
    "A look-up in a register counts for 30 days. Beyond, every act that rests on the licence is refused until somebody looks again.",
  "look_ups.empty": "Nothing to look up now",
  "look_ups.empty_text": "Licences come here five days before their look-up runs out.",
  "look_ups.age": "Looked up",
  "look_ups.days_one": "{count} day ago",
  "look_ups.days_other": "{count} days ago",
  "look_ups.stale": "Counts no more",
  "look_ups.due": "Runs out soon",
  "licence.same_number": "The same number is on file for another organization",
  "licence.same_number_text":
    "{others} filed this number for the same territory. One of them may be forged: ask the register for the name before you verify either.",
  "licence.look_up_reference": "Reference of the look-up",
  "licence.look_up_print": "Print of the look-up",
  "licence.stale":
    "The register was last looked up more than 30 days ago. Until an administrator looks again, nothing can rest on this licence.",
  "case.lapse_open": "Read it and decide",

  "law.reason.mandate_licence":
    "The mandate rests on licence {number}, which permits nothing at present. The creditor decides what becomes of it.",
  "law.reason.staff_reserved":
    "This step is reserved to the licensed: a person who works under another’s licence does not take it.",
  "law.unblock.licensed_member": "a licensed member takes the step",
  "notice.kind.licence_ending": "A licence ends soon",
  "notice.kind.licence_lapsed": "A licence permits nothing any more",
  "notice.kind.licence_look_up": "Licences wait for a fresh look-up",
  "notice.kind.mandate_lapsed": "A mandate’s collector lacks its licence",
  "notice.kind.mandate_restored": "A collector may act again",
  "notice.kind.mandate_passed": "A mandate goes on under another licence",
  "notice.kind.mandate_quiet": "Nothing was done on a mandate",
  "notice.kind.mandate_ended": "A mandate has ended",
  "notice.kind.mandate_period": "A mandate’s period ends",
  "notice.kind.amendment_proposed": "An amendment waits for an answer",
  "notice.kind.amendment_agreed": "A mandate was amended",
  "notice.kind.amendment_fell": "An amendment has fallen",
  "law.action.mandate_changed": "Mandate changed",
  "law.action.mandate_ended": "Mandate ended",
  "event.mandate_changed": "Mandate changed",
  "event.mandate_ended": "Mandate ended, the case is tendered anew",
} as const;
