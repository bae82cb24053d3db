/** The evidence bundle's own pages. */
export const bundle = {
  "bundle.title": "Evidence bundle {code}",
  "bundle.lead":
    "Made on {date} (UTC) from the case's append-only log. Every file of the bundle is listed with its SHA-256 in manifest.json, which is signed; `rung verify bundle` checks all of it without a network.",
  "bundle.parties": "Parties",
  "bundle.case": "Case",
  "bundle.case_id": "Case number",
  "bundle.claim": "Claim",
  "bundle.due": "Due on",
  "bundle.stage": "Stage reached",
  "bundle.record": "The record",
  "bundle.events": "Events",
  "bundle.exhibits": "Exhibits",
  "bundle.head": "Hash of the last event",
  "bundle.key": "Signing key (SHA-256)",
  "bundle.log_file": "log.jsonl (SHA-256)",
  "bundle.facts_file": "facts.json (SHA-256)",
  "bundle.law_file": "law.json (SHA-256)",
  "bundle.index": "Index of exhibits",
  "bundle.page": "Page",
  "bundle.stamp": "Time stamp",
  "bundle.stamped": "{at}, by {by} (RFC 3161)",
  "bundle.no_exhibits": "No evidence is on this case.",
  "bundle.chronology": "Chronology",
  "bundle.chronology_lead":
    "Times at the debtor's place ({zone}). Every event as it was recorded, with what the rules said of it.",
  "bundle.recorded": "{at} · recorded {recorded} by {who} · No. {seq}",
  "bundle.allowed": "Allowed by {pack} {version}.",
  "bundle.allowed_noted": "Allowed by {pack} {version}, with what follows.",
  "bundle.refused": "Refused by {pack} {version}. Nobody was contacted and nothing was filed.",
  "bundle.finding": "{reason} [{rule}, {force}: {citation}]",
  "bundle.proof": "Proof: exhibit {number}",
  "bundle.note": "Note: {note}",
  "bundle.hash": "Hash {hash}",
  "bundle.platform": "the platform",
  "bundle.replaced_by": "replaced by exhibit {number}",
  "bundle.replaces": "newer version of exhibit {number}",
  "bundle.exhibit": "Exhibit {number}",
  "bundle.exhibit_title": "Title",
  "bundle.exhibit_kind": "What it is",
  "bundle.exhibit_name": "Name of the file",
  "bundle.exhibit_file": "In the bundle as",
  "bundle.exhibit_size": "Size",
  "bundle.bytes": "{size} bytes",
  "bundle.exhibit_added": "Added on",
  "bundle.shown_one": "Its page follows.",
  "bundle.shown_other": "Its {count} pages follow.",
  "bundle.unshown.unreadable":
    "It cannot be shown as pages: the file cannot be read as what it says it is. The original is in the bundle.",
  "bundle.unshown.encrypted":
    "It cannot be shown as pages: the file is encrypted. The original is in the bundle.",
  "bundle.unshown.other_type":
    "It cannot be shown as pages: files of its type have none. The original is in the bundle.",
  "bundle.unshown.too_large":
    "It is too long or too large to be shown as pages. The original is in the bundle.",
  "bundle.card": "Evidence bundle",
  "bundle.card_lead":
    "One file for the court or for counsel: all documents as numbered exhibits in a PDF with an index and the chronology, the originals, the whole log and the rules it cites, signed so that any change shows. Who took it is recorded.",
  "bundle.download": "Download the bundle (ZIP)",
  "bundle.check": "How anybody can check it",
  "bundle.check_text":
    "Without a network and without us: the command below compares every file with the signed list, recomputes the log’s chain and names what was changed.",
  "bundle.others_business":
    "The log also holds what another firm tried and noted on this case, and no entry can be left out of it. Ask the creditor for the bundle: the creditor may take it and pass it on.",
  "bundle.too_many": "A person can take twenty bundles a day. Please come back tomorrow.",
  "bundle.log_broken":
    "The log of this case does not verify, so no bundle was made. The platform has to look at it.",
  "bundle.exhibit_lost":
    "The stored file of “{title}” is damaged, so no bundle was made. Hand the same file in again.",
};
