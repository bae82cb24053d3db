/** Payments through the provider: asking for one, the payer's page, and what became of it. */
export const moneyFlows = {
  "pay.what.recovery": "Payment of the claim",
  "pay.what.collector_fee": "Collector’s fee",
  "pay.what.platform_charge": "Rung’s charge",
  "pay.status.starting": "Being prepared",
  "pay.status.open": "Can be paid",
  "pay.status.processing": "On its way",
  "pay.status.paid": "Paid",
  "pay.status.failed": "Not paid",
  "pay.status.expired": "Page ran out",
  "pay.status.withdrawn": "Withdrawn",

  "asked.title": "Payments by card or bank debit",
  "asked.caption": "Payments asked for, the last first",
  "asked.none": "No payment page has been made on this case.",
  "asked.what": "For",
  "asked.status": "State",
  "asked.payee": "Paid to",
  "asked.page": "Page to pay at",
  "asked.open": "Open",
  "asked.came_back": "{amount} went back",
  "asked.withdraw": "Withdraw",
  "asked.ask": "Ask the debtor for a payment",
  "asked.pay_collector_fee": "Pay the collector’s fee",
  "asked.pay_platform_charge": "Pay Rung’s charge",

  "ask.title": "Ask the debtor for a payment",
  "ask.lead":
    "This makes a page at which the debtor can pay by card or bank debit, straight into the account you choose. It contacts nobody: you send the link in a step of the ladder.",
  "ask.owed": "By the claim, {amount} is owed today. You can ask for all of it or for a part.",
  "ask.amount": "Amount",
  "ask.payee": "Whose account is paid?",
  "ask.payee.creditor": "The creditor’s account",
  "ask.payee.collector": "The collector’s account",
  "ask.payee.creditor_hint": "{name}. The money is the creditor’s at once.",
  "ask.payee.collector_hint": "{name}. It is held for the creditor and passed on.",
  "ask.submit": "Make the page",
  "ask.done": "The page is being made. Its link stands in the list below.",
  "ask.rests":
    "Collection rests on this case, so nobody is asked for money. The case page says why and what ends it.",
  "ask.nobody":
    "Nobody on this case can be paid by card or bank debit yet. Set it up under “Get paid”; until then the debtor can pay by bank transfer, and you report it here.",
  "ask.set_up": "Set up “Get paid”",
  "ask.nothing": "Nothing is owed any more by the claim as it stands today.",
  "refusal.case-rests": "Collection rests on this case: nobody can be asked for money now.",
  "refusal.more-than-owed":
    "This is more than the claim comes to today. Enter at most the amount named above.",
  "refusal.payee-not-ready": "This account cannot be paid at the provider yet. Choose another one.",
  "refusal.amount-not-taken": "The payment provider does not take this amount. Enter a smaller one.",
  "refusal.case-closed-to-money": "The case is closed: nobody is asked for money any more.",

  "owe.title": "Pay what you owe",
  "owe.collector_fee":
    "The fee of {name}, due by the engagement on what was recovered. It goes straight to the collector.",
  "owe.platform_charge":
    "Rung’s fixed charge for the mandate. It is the same whatever the fee and the outcome.",
  "owe.several":
    "More than one firm is owed a fee on this case: each for what came in under its own mandate, each on its own account.",
  "owe.submit": "Go on to pay {amount}",
  "owe.nothing": "Nothing is owed here now.",
  "owe.not_ready":
    "The collector cannot be paid by card or bank debit yet. Pay the fee by bank transfer and report it.",

  "pay.title_over": "Payment of {amount}",
  "pay.title": "Pay {amount}",
  "pay.lead": "{what}, case {code}",
  "pay.to": "Paid to",
  "pay.creditor": "Creditor",
  "pay.reference": "Reference",
  "pay.amount": "Amount",
  "pay.go": "Pay by card or bank debit",
  "pay.go_hint": "You pay on a page of the payment provider. Rung does not see your card or account number.",
  "pay.again": "Open the page again",
  "pay.look_again": "Look again",
  "pay.starting.title": "The page is being prepared",
  "pay.starting.text": "This takes a few seconds.",
  "pay.processing.title": "Your payment is on its way",
  "pay.processing.text": "Your bank has been asked. It can take some days; you need to do nothing.",
  "pay.paid.title": "Paid",
  "pay.paid.text": "{amount} was paid to {payee}. Keep this page as your record.",
  "pay.failed.title": "The payment did not go through",
  "pay.failed.text": "No money was taken. You can try again, with another card or account.",
  "pay.expired.title": "The payment page was open too long",
  "pay.expired.text": "Nothing was paid. Open it again when you are ready.",
  "pay.withdrawn.title": "This payment is not asked for any more",
  "pay.withdrawn.text":
    "Do not pay here: the request was withdrawn. This says nothing about the claim itself. If you have questions, ask {payee}.",
  "withdraw.title": "Withdraw a payment",
  "withdraw.lead":
    "The link stays, and says that nothing is to be paid at it any more. What is owed does not change.",
  "withdraw.which": "{amount}, {what}",
  "withdraw.submit": "Withdraw",
  "withdraw.none": "There is no payment here that you can withdraw.",
  "withdraw.done": "It is not asked for any more",
  "refusal.payment-under-way":
    "This has been paid, or a bank has been asked already. It can no longer be withdrawn.",
  "pay.over.title": "This case is closed",
  "pay.over.text": "You do not need to pay here. If you think this is wrong, ask whoever sent you the link.",
  "pay.settled.title": "This is no longer owed",
  "pay.settled.text":
    "It was paid another way, or is less by now. Look at the money page of the case to see what is still owed.",
  "pay.gone.title": "There is nothing to pay here",
  "pay.gone.text":
    "This link is not complete, or it is not ours. Open it again from the letter or message you got.",
  "pay.genuine.title": "Is this genuine?",
  "pay.genuine.text":
    "Compare the reference and the names with your letter. The money goes to {payee}, not to Rung. Nobody will ask you for a password or a code on this page.",
  "pay.doubt.title": "If you do not agree, or cannot pay",
  "pay.doubt.text":
    "You do not have to pay here. Answer the letter and say why, or ask for more time. You can get free advice from a debt advice service near you first.",

  "notify.money_came_in.title": "Money came in on {case}",
  "notify.money_came_in.body":
    "{whatKey} of {case} was paid. The money page shows what it paid and where the money is.",
  "notify.money_went_back.title": "Money went back on {case}",
  "notify.money_went_back.body":
    "A payment of {case} ({whatKey}) went back to its payer. What is owed has been counted anew; the money page shows it.",
  "notify.money_unremitted.title": "Money of {case} waits to be passed on",
  "notify.money_unremitted.body":
    "Money recovered on {case} has been held since {sinceOn} and was not passed on to the creditor. Pass it on and report it on the money page.",
  "notify.books_differ.title": "The provider and the books differ",
  "notify.books_differ.body":
    "Account {account} does not agree with the books: {count} findings. The page on the books names each of them.",
  "notice.kind.money_came_in": "Money came in on a case",
  "notice.kind.money_went_back": "A payment went back to its payer",
  "notice.kind.money_unremitted": "Recovered money was not passed on in time",
  "notice.kind.books_differ": "The payment provider and the books differ",
  "audit.op.payment.withdrawn": "Payment withdrawn",
  "audit.op.payment.asked": "Payment page made",

  "money.account.fee_over": "Fee paid beyond what is owed",
  "money.account.charge_over": "Charge paid beyond what is owed",
  "money.account.remit_terms": "Received at the provider for the creditor",
  "money.account.remit_owed": "To be passed on to the creditor",
  "money.charge.title": "Rung’s charge",
  "money.charge.text": "A fixed sum for the mandate, owed by the creditor; no part of the collector’s fee.",
  "money.other_currency":
    "Besides, {amount} was paid in another currency than the claim’s. It is not set off until an administrator has decided what it is for.",

  "provider.call.refund.create": "Pay back",
  "provider.call.dispute.answer": "Answer a dispute",
  "provider.call.dispute.concede": "Accept a dispute",
};
