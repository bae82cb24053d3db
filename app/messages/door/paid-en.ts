/** What a debtor has paid: the receipts, and that nothing more is owed. */
export const paid = {
  "paid.title": "What you have paid",
  "paid.lead": "Every payment that was recorded in this matter, with its receipt to keep.",
  "paid.none": "No payment has been recorded yet.",
  "paid.one": "{amount} on {day}",
  "paid.receipt": "Receipt {number} (PDF)",
  "paid.waits": "Its receipt comes as soon as whoever received the payment has confirmed it.",
  "paid.gone": "Receipt {number} no longer stands: the payment went back, in whole or in part, on {day}.",
  "paid.full": "Nothing more is owed",
  "paid.full_text":
    "This is paid or settled in full. Keep the confirmation: whoever you show it to can check with its code that it holds.",
  "paid.letter": "Confirmation of full payment (PDF)",
  "paid.letter_gone":
    "Confirmation {number} was withdrawn on {day}: a payment that it rested on went back. Whoever checks it is told that it no longer holds.",
  "paid.link": "What you have paid, and receipts",
  "paid.waived": "Not asked for any more",
  "paid.over": "Paid beyond it; it comes back to you",
  "paid.claim_title": "You owe {creditor} nothing more in this matter",
};
