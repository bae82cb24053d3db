type Told = { to: string; about: string };

const heads = ({ to }: Told, from: string, subject: string, boundary: string) =>
  [
    "Return-Path: <>",
    `From: ${from}`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    "Date: Tue, 13 Jan 2026 10:01:12 +0000",
    "MIME-Version: 1.0",
    "Auto-Submitted: auto-replied",
    `Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="${boundary}"`,
    "",
  ].join("\n");

/** As Postfix writes it. */
export const postfixReport = (told: Told, status = "5.1.1", action = "failed") => `${heads(
  told,
  "MAILER-DAEMON@mx.hollyhock.example (Mail Delivery System)",
  "Undelivered Mail Returned to Sender",
  "4dXqP01Wz/mx",
)}
This is a MIME-encapsulated message.

--4dXqP01Wz/mx
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.hollyhock.example.

Your message could not be delivered to one or more recipients.

--4dXqP01Wz/mx
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.hollyhock.example
X-Postfix-Queue-ID: 4dXqP01Wz
X-Postfix-Sender: rfc822; ${told.to}
Arrival-Date: Tue, 13 Jan 2026 10:01:10 +0000 (UTC)

Final-Recipient: rfc822; ${told.about}
Original-Recipient: rfc822;${told.about}
Action: ${action}
Status: ${status}
Remote-MTA: dns; inner.hollyhock.example
Diagnostic-Code: smtp; 550 5.1.1 User unknown in
    virtual mailbox table

--4dXqP01Wz/mx
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Rung <no-reply@rung.example>
To: ${told.about}
Subject: Your account is overdue

--4dXqP01Wz/mx--
`;

/** As Exchange writes it: CRLF, base64 for the words, a domain's own fields, the mail itself behind. */
export const exchangeReport = (told: Told, status = "5.1.10") =>
  `${heads(
    told,
    '"Microsoft Outlook" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@hollyhock.example>',
    "Undeliverable: Your account is overdue",
    "b1_9f2c",
  )}
--b1_9f2c
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

WW91ciBtZXNzYWdlIGNvdWxkbid0IGJlIGRlbGl2ZXJlZC4=

--b1_9f2c
Content-Type: message/delivery-status

Reporting-MTA: dns;AM0PR01.prod.hollyhock.example
Received-From-MTA: dns;smtp.rung.example
Arrival-Date: Tue, 13 Jan 2026 10:01:10 +0000

Final-Recipient: rfc822;${told.about}
Action: failed
Status: ${status}
Diagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
X-Display-Name: Hattie

--b1_9f2c
Content-Type: message/rfc822

From: Rung <no-reply@rung.example>
To: ${told.about}
Subject: Your account is overdue
Content-Type: multipart/report; report-type=delivery-status; boundary="inner"

--inner
Content-Type: message/delivery-status

Final-Recipient: rfc822;somebody@else.example
Action: failed
Status: 5.1.1

--inner--

--b1_9f2c--
`.replace(/\n/g, "\r\n");

/** A person's machine that answers for them. */
export const absence = ({ to }: Told) => `From: Hattie Hollyhock <hattie@hollyhock.example>
To: ${to}
Subject: Automatic reply: Your account is overdue
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

I am away until Monday. 550 5.1.1 is only a number. Action: failed
`;
