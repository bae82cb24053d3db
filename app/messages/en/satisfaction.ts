/** That nothing more is owed: the letter that says so, what the law adds to it, and who is told. */
export const satisfaction = {
  "paper.kind.satisfaction_letter": "Confirmation of full payment",
  "paper.kind.satisfaction_withdrawn": "Confirmation of full payment, withdrawn",
  "paper.reference": "Creditor’s reference",
  "satisfaction.by": "Confirmed by",
  "satisfaction.on": "Nothing owed since",
  "satisfaction.principal": "Principal of the claim at first",
  "satisfaction.payments": "Payments received",
  "satisfaction.counted": "Counted towards the claim",
  "satisfaction.paid":
    "{creditor} confirms that the claim named above is paid in full. Nothing more is owed on it: no principal, no interest, no costs.",
  "satisfaction.settled":
    "{creditor} confirms that the claim named above is settled. What was paid is accepted as payment in full. Nothing more is owed on it: no principal, no interest, no costs.",
  "satisfaction.acting": "{issuer} makes this statement on behalf of {creditor}.",
  "satisfaction.holds":
    "This confirmation holds as long as the payments do that it rests on. Whether it still holds can be checked with the code below.",
  "satisfaction.withdrawn": "Confirmation {number} no longer holds: a payment that it rested on went back.",
  "satisfaction.note.signed":
    "On request the creditor also gives you a receipt with a signature ({citation}).",
  "satisfaction.note.confirmation":
    "This is the written confirmation that the debt is satisfied ({citation}).",
  "satisfaction.note.file":
    "There is a judgment on this claim. Whoever obtained it must have the court’s record show that it is paid ({citation}).",
  "satisfaction.note.file_days":
    "There is a judgment on this claim. Within {days} days, whoever obtained it must have the court’s record show that it is paid ({citation}).",
  "satisfaction.note.file_asked":
    "There is a judgment on this claim. When you ask for it in writing, whoever obtained it must declare that it is paid ({citation}).",
  "satisfaction.note.title":
    "There is an enforceable judgment on this claim. Once it is paid, you can ask for the enforceable copy ({citation}).",
  "satisfaction.note.register":
    "A court has decided this claim. You can ask it to have public registers show the payment ({citation}).",
  "satisfaction.check":
    "Is this confirmation genuine, and does it still hold? Check it at {verifyUrl}, or type the code at {verifyPage}.",
  "notify.claim_satisfied.title": "{case}: nothing more is owed",
  "notify.claim_satisfied.body":
    "The claim is paid or settled. Confirmation {number} is issued, and the debtor finds it at the door. If a court has decided the claim, the confirmation says what is still to be done there.",
  "notice.kind.claim_satisfied": "A claim was paid in full",
  "notify.satisfaction_withdrawn.title": "{case}: money is owed again",
  "notify.satisfaction_withdrawn.body":
    "A payment went back. {number} withdraws the confirmation that nothing more is owed, and whoever checks the old one is told so.",
  "notice.kind.satisfaction_withdrawn": "A confirmation of full payment was withdrawn",
};
