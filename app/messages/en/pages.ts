/** The public pages: what Rung is, costs and is not; the picture of the product beside it. */
export const pages = {
  "landing.title": "Collect what you are owed, one lawful step at a time",
  "landing.meta":
    "Creditors post regional debt cases, licensed lawyers and agencies bid in sealed rounds, and a case timeline allows only lawful steps.",
  "landing.lead":
    "Post a case. Lawyers and agencies licensed where your debtor lives send sealed bids. You choose one, and from the first reminder to the lawsuit the case moves only when the law allows the next step.",
  "landing.start": "Post your first case",
  "landing.join": "Bid as a lawyer or agency",
  "landing.free": "About 6 minutes. Have the invoice or contract and one proof ready.",
  "landing.picture":
    "A case in Rung: an unpaid invoice on the third rung of its ladder. Open a rung to see what has to come before it.",

  "landing.how": "How it works",
  "landing.creditor": "If you are owed money",
  "landing.creditor.1":
    "Say who owes what since when, and add the papers. Rung tells you at once which rules apply, how long the claim can still be sued on, and what is missing.",
  "landing.creditor.2":
    "A moderator checks the case. Then a sealed round opens to those whose licence covers the place and the kind of debt.",
  "landing.creditor.3":
    "At the close all bids open together. Compare fees against the legal cap, plan, time and licence; award one.",
  "landing.creditor.4":
    "Both sides sign. The ladder shows what was done, what comes next, and the first day on which it is lawful.",
  "landing.collector": "If you collect for others",
  "landing.collector.1":
    "Submit your licence once, with its register entry. You see exactly what is missing until it is verified.",
  "landing.collector.2":
    "See the open rounds inside your territory and scope: amount, kind, age and evidence, without the debtor’s name.",
  "landing.collector.3":
    "Bid a success share, a fixed fee, hours, or a mix. The fee cap of the place is checked while you type.",
  "landing.collector.4":
    "Work the case with the next lawful act in front of you, and a record that shows you kept the rules.",
  "landing.debtor": "If someone says you owe",
  "landing.debtor.1":
    "Nobody may skip a rung. You get a reminder and a demand with the account behind it before any lawyer writes.",
  "landing.debtor.2":
    "If you dispute the debt, that is recorded with its date and the ladder stops until it is answered.",
  "landing.debtor.3":
    "Calls and visits outside the lawful hours, and more of them than allowed, are refused before they happen.",
  "landing.debtor.4":
    "Your family, friends and colleagues are not a channel: Rung has no place to store their contacts.",

  "landing.rules": "What the law does not allow, Rung does not do",
  "landing.rules.text":
    "Each step is decided against the rules of the debtor’s place before it is recorded. A refusal names its reason, its source and the first lawful moment. Nobody can override it, we included.",
  "landing.rule.hours":
    "No calls to a consumer in the United States before 8 in the morning or after 9 in the evening, by the consumer’s clock.",
  "landing.rule.hours.source": "12 CFR 1006.6(b)(1)",
  "landing.rule.calls":
    "No more than seven calls in seven days about one debt, and none in the week after a conversation.",
  "landing.rule.calls.source": "12 CFR 1006.14(b)(2)",
  "landing.rule.night":
    "No collection contact in mainland China between 22:00 and 08:00 without the debtor’s consent.",
  "landing.rule.night.source": "GB/T 45251-2025",
  "landing.rule.barred":
    "No suit and no threat of one on a claim that appears too old, until a lawyer records why it is not.",
  "landing.rule.barred.source": "POL-LADDER-07",
  "landing.rule.chain":
    "The timeline only grows. Every entry carries the fingerprint of the one before, so a changed or missing entry shows.",
  "landing.rule.sealed":
    "A bid stays sealed until the round closes: for other bidders, for the creditor, and for us.",

  "landing.cost": "What it costs",
  "landing.cost.creditor": "Creditors",
  "landing.cost.creditor.value": "A flat fee for each posted case, shown before you post",
  "landing.cost.creditor.demo": "In this demonstration: nothing.",
  "landing.cost.collector": "Lawyers and agencies",
  "landing.cost.collector.value": "Nothing to join, to see rounds or to bid",
  "landing.cost.debtor": "Debtors",
  "landing.cost.debtor.value": "Nothing, ever",
  "landing.cost.share": "Share of a lawyer’s fee",
  "landing.cost.share.value": "None. The fee is agreed and paid between creditor and collector.",
  "landing.cost.rank": "A better place in a list",
  "landing.cost.rank.value": "Not for sale. Order follows what is shown on the page.",

  "landing.not": "What Rung is not",
  "landing.not.advice": "Not legal advice",
  "landing.not.advice.text":
    "Dates, caps and totals are computed from published rules and name their source. Whether to act on them is for you and your lawyer.",
  "landing.not.firm": "Not a law firm or a collector",
  "landing.not.firm.text":
    "We do not write to debtors or appear in court. The lawyer or agency you choose does, under its own licence.",
  "landing.not.bank": "Not a bank",
  "landing.not.bank.text":
    "Rung holds no money. Debtors pay the creditor, or the collector’s client account, directly.",

  "landing.where": "Where it works",
  "landing.where.text":
    "Rules are in force for the states of the USA and for mainland China. Other places are listed and refused with the reason, until their rules have been researched: a place we do not know is a place where nothing is sent.",
  "landing.end": "Begin with one claim",

  "sample.title": "Unpaid invoice, {amount}, Los Angeles",
  "sample.reminder": "Reminder",
  "sample.reminder.note": "E-mail to the company, delivered",
  "sample.reminder.due": "The due date has passed",
  "sample.contact": "First contact",
  "sample.contact.note": "One call answered, on a weekday at 10:20",
  "sample.contact.wait": "3 days since the reminder",
  "sample.contact.hours": "Business hours at the debtor’s place",
  "sample.demand": "Formal demand",
  "sample.demand.note": "Delivered. The company has time to answer.",
  "sample.demand.wait": "7 days since the first contact",
  "sample.demand.account": "An itemised account and one primary document",
  "sample.letter": "Lawyer’s letter",
  "sample.letter.note": "A lawyer admitted in California signs",
  "sample.letter.wait": "7 days since the formal demand",
  "sample.mediation": "Mediation",
  "sample.mediation.note": "Optional; either side may decline",
  "sample.mediation.demand": "A formal demand was delivered",
  "sample.suit": "Lawsuit",
  "sample.suit.reason": "The company must have had 14 days to answer.",
  "sample.suit.wait": "14 days to answer the demand or the letter",
  "sample.suit.time": "The claim can still be sued on",
  "sample.suit.lawyer": "Counsel admitted at the court",
  "sample.enforcement": "Enforcement",
  "sample.enforcement.reason": "Only a judgment opens this rung.",
  "sample.enforcement.title": "An enforceable judgment",

  "legal.version": "Version of {date}",
  "legal.contents": "On this page",
  "legal.demo": "In this demonstration no contract arises and no real person’s data should be entered.",

  "terms.title": "Terms of use",
  "terms.lead": "What you may expect of Rung and what Rung expects of you, in the order in which it matters.",
  "terms.what.title": "What Rung is",
  "terms.what.1":
    "Rung is a marketplace and a record. Creditors post cases; lawyers, law firms and collection agencies bid; the creditor awards; both follow the case on a timeline that refuses steps the law of the debtor’s place does not allow.",
  "terms.what.2":
    "Rung is not a law firm, gives no legal advice, collects no debts and represents nobody. Computed dates, caps, interest and verdicts are information drawn from published rules with their sources. They do not replace a lawyer’s judgment.",
  "terms.who.title": "Accounts and organizations",
  "terms.who.1":
    "You use Rung for an organization and say truthfully who you are. Each person has an account of their own; passwords and second factors are not shared. Owners decide who belongs to the organization and with which role.",
  "terms.who.2":
    "A lawyer, law firm or agency may bid and act only within a licence that was verified here and is still valid, and only where and for what it holds. Tell us at once when a licence ends, is limited or is suspended.",
  "terms.case.title": "Posting a case",
  "terms.case.1":
    "Post only claims that are yours or that you may pursue, and describe them truthfully, including disputes, payments and papers that speak against you. A moderator may return or refuse a case and says why.",
  "terms.case.2":
    "Give only what the claim needs. Contacts of the debtor’s relatives, friends, neighbours or colleagues must not be entered or uploaded in any form.",
  "terms.case.3":
    "You may edit or withdraw a case. Where that ends a round, returns bids or brings the case back to moderation, the page says so before you confirm.",
  "terms.bid.title": "Bids, awards and engagements",
  "terms.bid.1":
    "Bids are sealed until the round closes and then open together. You may revise or withdraw a bid until then. A bid must keep to the fee caps and fee rules of the place and declare any conflict of interest.",
  "terms.bid.2":
    "An award offers an engagement. The engagement is a contract between creditor and collector alone and begins when both have signed the same document. An award not signed in time lapses.",
  "terms.bid.3": "Nobody can buy a place in a list, a recommendation or another bidder’s figures.",
  "terms.steps.title": "The timeline",
  "terms.steps.1":
    "Each step is decided against the rule pack in force on its date. A step that is blocked must not be taken outside Rung either. Nobody can override a block; whoever lacks a fact may add it with its evidence.",
  "terms.steps.2":
    "What you record must have happened as you record it, with its true date and proof. Entries cannot be changed or removed. A mistake is corrected by a further entry. Blocked attempts are recorded too.",
  "terms.steps.3":
    "A dispute, a payment, a reply or a request to stop contact is recorded as soon as you learn of it, before any further step.",
  "terms.conduct.title": "Conduct towards debtors",
  "terms.conduct.1":
    "No threats, insults or shaming; no false statement about amounts, powers or consequences; no pretence of being a court or an authority; no contact outside the lawful hours, channels and counts; no word to third persons beyond what the law allows.",
  "terms.conduct.2":
    "Whoever breaks these rules can be suspended at once. Open cases then go back to their creditors, and records are kept for those who must look into it.",
  "terms.fees.title": "What Rung charges",
  "terms.fees.1":
    "Creditors pay a flat fee for each posted case; its amount is shown before the case is posted. Lawyers and agencies pay nothing to join or bid. Debtors pay nothing to Rung.",
  "terms.fees.2": "Rung takes no share of a lawyer’s or collector’s fee and no share of what is recovered.",
  "terms.money.title": "Money",
  "terms.money.1":
    "Rung receives, holds and forwards no money of creditors or debtors. Payments go directly to the creditor or to the collector’s client account, as the engagement says, and are recorded here by those who received them.",
  "terms.liability.title": "Responsibility",
  "terms.liability.1":
    "Lawyers and agencies answer for their own work under their own professional rules. We answer for running Rung with due care. We do not promise that a debt is paid, that a bid comes, or that a court shares a computed verdict.",
  "terms.liability.2":
    "Nothing here excludes liability that the law does not let us exclude, for instance for intent or gross negligence.",
  "terms.end.title": "Ending and changes",
  "terms.end.1":
    "You may delete your account at any time; engagements already signed keep binding those who signed them, and timelines keep their entries without your name.",
  "terms.end.2":
    "When these terms change, we show the new version with its date and ask for consent again before it applies to you. Earlier consents are kept with their version.",

  "privacy.title": "Privacy notice",
  "privacy.lead":
    "Which personal data Rung holds, why, who sees it and what you can ask of us. Written for users and for debtors.",
  "privacy.who.title": "Who is responsible",
  "privacy.who.1":
    "The operator of this installation is responsible for accounts, moderation and the running of the service. For the facts of a case, the creditor who posted it and, after the engagement, the collector are responsible; the operator works on their instruction.",
  "privacy.users.title": "If you have an account",
  "privacy.users.1":
    "We hold your name, e-mail address, language, organization and role; a hash of your password (argon2id); the secret of your second factor, encrypted; your sessions with time and browser; what you consented to, in which version and when; and, for collectors, the licence and its proof.",
  "privacy.users.2":
    "We hold what you do in a case as timeline entries and what you do elsewhere as audit entries. That is needed to show that the rules were kept.",
  "privacy.debtors.title": "If someone posted a case about you",
  "privacy.debtors.1":
    "We hold what the creditor entered: your name, place, address and contact where given, the claim with its papers, and what has happened in the case. The creditor had to show where the claim comes from.",
  "privacy.debtors.2":
    "Until the case is awarded, bidders see the place, the amount, the kind and age of the claim and which papers exist. Your name, address, contact and the papers themselves do not reach them.",
  "privacy.debtors.3":
    "You may ask the collector or the operator what is held about you, say that it is wrong, dispute the debt, and ask for contact to stop. Each of these is recorded with its date and takes effect at once.",
  "privacy.never.title": "What we never hold",
  "privacy.never.1":
    "No contact lists, relatives, friends or colleagues of a debtor; no location tracking; no photographs for shaming; no scores bought elsewhere. There is no field for them, and texts that contain them are returned by moderation.",
  "privacy.why.title": "Why",
  "privacy.why.1":
    "To perform the contract with users; to pursue legal claims and to defend against them; to meet the record-keeping duties of collectors; to keep accounts safe. Nothing is sold, and nothing is used for advertising.",
  "privacy.sees.title": "Who sees it",
  "privacy.sees.1":
    "The creditor and the engaged collector see the case. Administrators see what moderation and complaints require. Courts and supervisory authorities receive what the law obliges us or the parties to give.",
  "privacy.keep.title": "How long",
  "privacy.keep.1":
    "Sessions end after 7 days without use and after 30 days at the latest. Links in mails work for a short time only. A deleted account loses its name and address at once. Case records stay as long as the claim can be pursued and as record-keeping law requires, then they are deleted or made anonymous.",
  "privacy.keep.2":
    "Timeline entries contain no names. What people wrote in their own words lies beside them and can be removed without breaking the record.",
  "privacy.cookies.title": "Cookies",
  "privacy.cookies.1":
    "Four, all our own and all needed for what you ask for: one keeps you signed in, one keeps your language, one the light or dark appearance, and one carries a short answer to the next page. No tracking, no third parties.",
  "privacy.rights.title": "Your rights",
  "privacy.rights.1":
    "You may see, correct, take along and delete your data, object to its use, and complain to a supervisory authority. Users find most of this under “Your account”. We answer within one month.",
  "privacy.changes.title": "Changes",
  "privacy.changes.1":
    "A new version is shown with its date before it applies. Your consent names the version you gave it to.",
};
