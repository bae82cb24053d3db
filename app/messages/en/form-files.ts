/** The forms in prescribed words that letters enclose, and how administrators keep them. */
export const formFiles = {
  "form.name.informationSheet": "Information Sheet",
  "form.name.replyForm": "Reply Form",
  "form.name.financialStatement": "Financial Statement",
  "form_file.title": "Forms that letters enclose",
  "form_file.form": "Form",
  "form_file.prescribed_by": "Prescribed by",
  "form_file.edition": "Edition",
  "form_file.edition_hint":
    "Publisher and date, as the letter will name them: Ministry of Justice, October 2017.",
  "form_file.file": "File",
  "form_file.file_hint": "The published PDF, this form alone, as it is to be printed. At most 24 pages.",
  "form_file.pages": "{count} pages",
  "form_file.pages_one": "{count} page",
  "form_file.lead":
    "Its words are prescribed, so that letters enclose the published file as it is. A file is proposed by one administrator and approved by another, who has read it.",
  "form_file.enclosed_now": "Enclosed now",
  "form_file.none": "No file yet",
  "form_file.none_text": "A letter that must enclose this form cannot be sent until there is one.",
  "form_file.waits": "A file waits",
  "form_file.waiting": "Waits for a second pair of eyes",
  "form_file.decide_lead":
    "Open the file and compare it with what is published. Once approved it goes with every letter that is counted from then on; one already counted keeps the file it names.",
  "form_file.approve": "Approve this file",
  "form_file.refuse": "Refuse this file",
  "form_file.propose": "Bring a file",
  "form_file.propose_submit": "Propose this file",
  "form_file.published_at": "Published at",
  "form_file.earlier": "Earlier files",
  "flash.form_file_proposed": "Proposed. Another administrator must approve it before letters enclose it.",
  "flash.form_file_approved": "Approved. Letters enclose it from now on.",
  "flash.form_file_refused": "Refused. Its author was told why.",
  "flash.form_file_withdrawn": "Taken back. Nothing has changed.",
  "error.form_file.unprintable":
    "This is no PDF of 1 to 24 pages that can be printed. Take out any password and try again.",
  "error.form_file.own": "You brought this file yourself: another administrator decides it.",
  "error.form_file.gone": "This file waits no more. Look at the page again.",
  "error.form_file.overtaken": "Another file waits already. Look at the page again.",
  "notify.form_file_proposed.title": "A form waits for a second pair of eyes: {name}",
  "notify.form_file_proposed.body":
    "Another administrator proposes a file of {name} for letters to enclose. Compare it with what is published.",
  "notify.form_file_approved.title": "Your file was approved: {name}",
  "notify.form_file_approved.body": "Letters enclose it from now on.",
  "notify.form_file_refused.title": "Your file was refused: {name}",
  "notify.form_file_refused.body": "The other administrator wrote: {reason}",
  "notice.kind.form_file_proposed": "A form for letters to enclose is proposed",
  "notice.kind.form_file_approved": "A form for letters to enclose is approved",
  "notice.kind.form_file_refused": "A form for letters to enclose is refused",
  "audit.subject.form_file": "Enclosed form",
  "audit.op.form_file.proposed": "File of an enclosed form proposed",
  "audit.op.form_file.approved": "File of an enclosed form approved",
  "audit.op.form_file.refused": "File of an enclosed form refused",
  "audit.op.form_file.withdrawn": "File of an enclosed form withdrawn",
  "contact.template.gb.letter-of-claim.post": "Letter of claim (Pre-Action Protocol for Debt Claims)",
  "contact.template.gb.company-letter.post":
    "Letter of claim to a company (Practice Direction, Pre-Action Conduct)",
  "contact.template.gb.intention.post": "Notice of intention, 14 days (Pre-Action Protocol for Debt Claims)",
  "law.fact.action.items.protocolExchange":
    "a letter of claim to a private person, and the answer to it, in the log",
  "contact.field.facts": "The facts",
  "contact.hint.facts":
    "What happened, in order: what was delivered or done, when, and what was said about it.",
  "contact.field.unresolved": "What is still open",
  "contact.hint.unresolved":
    "Each point of the debtor’s answer that is not settled, and where you stand on it.",
  "contact.field.agreement": "The agreement",
  "contact.hint.agreement":
    "In writing: its date and its parties. By word of mouth: who agreed what with whom, in which words, when and where.",
  "contact.field.interest": "Interest and charges from here on",
  "contact.hint.interest":
    "Whether they go on being added, and at what rate. Say so too if they do not. Where a rate was agreed, this letter cannot be written here: its statement has no interest in it.",
  "contact.field.instalments": "Instalments",
  "contact.hint.instalments":
    "Whether the debtor offers or pays any; if so, why that is not accepted and a claim is still considered.",
  "contact.field.assignedOn": "Day of the assignment",
  "contact.hint.assignedOn": "Needed where the debt was assigned.",
} as const;
