/** "Is this letter genuine?": a page for whoever holds a letter. */
export const verify = {
  "verify.title": "Is this letter genuine?",
  "verify.lead":
    "Every letter and e-mail that a firm sends through Rung carries a code. Type it here, and we tell you whether it really came from that firm. We do not show anything about a debt here.",
  "verify.code": "The code on your letter",
  "verify.code_hint": "Sixteen letters and figures in four groups, for example 7K2M-9QRT-4XWB-N3F5.",
  "verify.submit": "Check the code",
  "verify.yes.title": "This letter is genuine",
  "verify.yes.text": "A letter with this code was sent through Rung. Compare it with the one in your hand:",
  "verify.from": "Sent by",
  "verify.licence": "Licence",
  "verify.licence_value": "{number}, {issuer}",
  "verify.on": "Sent on",
  "verify.channel": "Sent by way of",
  "verify.channel.email": "E-mail",
  "verify.channel.post": "Post",
  "verify.channel.sms": "Text message",
  "verify.differs":
    "If your letter names another firm, another day or came another way, somebody has copied the code. Do not pay, and write to the firm at an address that you find yourself.",
  "verify.ended":
    "This firm no longer acts in the matter. Do not pay it; a new letter will tell you who does.",
  "verify.answer.title": "How to answer",
  "verify.answer.text":
    "With the code you can see what the letter is about and answer it, without an account. Or use the addresses in the letter itself. You do not have to say anything on the phone, and nobody may ask you to pay by gift card, cryptocurrency or to a private account.",
  "verify.answer.door": "Answer it here",
  "verify.no.title": "We do not know this code",
  "verify.no.text":
    "No letter that still counts was sent with this code. Check each sign: a 0 may look like an O. If it is right, treat the letter with care: do not pay and do not open its links or attachments. Find the firm’s address yourself and ask there.",
  "verify.again": "Check another code",
  "verify.too_many.title": "Too many tries from here",
  "verify.too_many.text": "Wait a quarter of an hour, then try again. Your letter is not affected.",
  "verify.paper.yes": "This confirmation is genuine and holds",
  "verify.paper.yes_text":
    "A paper with this code was issued through Rung, and it has not been withdrawn. Compare it with the one in your hand:",
  "verify.paper.gone": "This confirmation no longer holds",
  "verify.paper.gone_text": "It was issued through Rung, but has been withdrawn since. Do not rely on it.",
  "verify.paper.what": "What it is",
  "verify.paper.kind": "Confirmation of full payment",
  "verify.paper.by": "Issued by",
  "verify.paper.number": "Number",
  "verify.paper.on": "Issued on",
  "verify.paper.withdrawn_on": "Withdrawn on",
  "verify.paper.differs":
    "If your paper names another firm, number or day, somebody has copied the code. Ask whoever gave it to you, at an address that you find yourself.",
};
