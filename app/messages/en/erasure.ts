/** A debtor's request to be erased, and the terms that data is kept for. */
export const erasure = {
  "erasure.title": "Erase personal data of {code}",
  "erasure.lead":
    "A debtor may ask for this and must have an answer within a month. When every term below has ended, it is done without anybody asking.",
  "erasure.open": "Erase personal data",
  "erasure.free": "Nothing stands against it: the claim is over and every term has ended.",
  "erasure.against": "Why it cannot be erased yet",
  "erasure.effect":
    "Name, address, phone, e-mail, letters, notes and documents can then be read by nobody, and cannot be brought back. A document that another case has too stays there. The log stays and still verifies.",
  "erasure.refusal_effect":
    "The refusal is kept in the audit log with these reasons. Give them to the debtor in your answer.",
  "erasure.erase": "Erase for good",
  "erasure.refuse": "Record the refusal",
  "erasure.until": "; it may be erased from",
  "erasure.refused": "The refusal was recorded. Nothing was erased.",
  "erasure.done": "The debtor's personal data was erased.",
  "erasure.obstacle.claim_open": "The claim is still open.",
  "erasure.obstacle.pause_runs": "A pause on the claim has not ended.",
  "erasure.obstacle.report_waits": "A report about the collector waits for a decision.",
  "erasure.obstacle.money_held":
    "Somebody still holds money of the case, or an alarm about its money is open.",
  "erasure.obstacle.message_on_its_way":
    "A message to the debtor has gone out and has not been answered for yet.",
  "erasure.terms": "How long the data has to be kept",
  "erasure.column.term": "Term",
  "erasure.column.since": "Counted from",
  "erasure.column.ends": "May be erased from",
  "erasure.column.source": "Source",
  "erasure.own_term": "(the operator's own term)",
  "erasure.years": "{count} years",
  "erasure.days": "{count} days",
  "erasure.term": "{long} from {from}",
  "erasure.term_year_end": "{long} from the end of the year of {from}",
  "erasure.from.closed": "the end of the claim",
  "erasure.from.lastAct": "the last act of collection",
  "erasure.from.lastRecording": "the last recorded call",
  "erasure.from.lastLetter": "the last letter",
  "erasure.from.lastVoucher": "the last payment or bill",
  "erasure.document":
    "This document was erased with the debtor's personal data on {on}, because the time it has to be kept had ended ({term}). Nobody can read it any more.",
  "erasure.document_discarded":
    "This document was erased when the draft it was added to was thrown away. Nobody can read it any more.",
  "erasure.documents_title_one": "{count} document was erased",
  "erasure.documents_title_other": "{count} documents were erased",
  "erasure.documents_text":
    "They went with the debtor's personal data on {on}, because the time they have to be kept had ended ({term}). Nobody can read them any more. The log keeps the kind of each, the day it was added and its SHA-256, and still verifies.",
  "erasure.documents_none":
    "The debtor's personal data was erased on {on}, because the time it has to be kept had ended ({term}). There were no documents.",
  "erasure.documents_kept": "What the log keeps of each document",
  "erasure.documents_added": "Added",
  "erasure.attachment": "Document erased",
  "erasure.bundle_documents":
    "Documents that were erased with the debtor's personal data on {on} ({term}); the record keeps their hashes:",
  "erasure.batch":
    "The printed sheets were erased on {on}: a letter among them was to somebody whose personal data was erased. Every other letter can be read by itself below.",
  "refusal.still-needed": "Something stands against it now: read the reasons again. Nothing was erased.",
  "refusal.nothing-against": "Nothing stands against it any more: the data can be erased now.",
} as const;
