/** What a mail server says became of a message for one of its recipients (RFC 3464 2.3). */
export type RecipientReport = {
  action: string;
  /** Enhanced status code: class, subject and detail (RFC 3463). */
  status: string;
  /** Every address it is told of, without its type. */
  addresses: string[];
  diagnostic: string;
};

/** The recipients of a `message/delivery-status`, whose groups of fields are parted by empty lines; the first group is of the message. */
export function recipientsIn(report: string): RecipientReport[] {
  const groups = report
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]+/g, " ")
    .split(/\n\s*\n/);
  return groups.flatMap((group) => {
    const fields = fieldsOf(group);
    const [action, status] = [fields.get("action"), fields.get("status")];
    if (!action || !status) return [];
    const addresses = ["final-recipient", "original-recipient"].flatMap((name) =>
      addressIn(fields.get(name)),
    );
    return [
      {
        action: action.toLowerCase(),
        status: /[245]\.\d{1,3}\.\d{1,3}/.exec(status)?.[0] ?? "",
        addresses,
        diagnostic: withoutType(fields.get("diagnostic-code") ?? ""),
      },
    ];
  });
}

function fieldsOf(group: string): Map<string, string> {
  const lines = group.split("\n").map((line) => /^([!-9;-~]+)\s*:\s*(.*)$/.exec(line));
  return new Map(lines.flatMap((found) => (found ? [[found[1].toLowerCase(), found[2].trim()]] : [])));
}

/** `rfc822; somebody@example.org` */
const withoutType = (value: string) => value.replace(/^[\w-]+\s*;\s*/, "");

function addressIn(value: string | undefined): string[] {
  const plain = withoutType(value ?? "")
    .replace(/^<|>$/g, "")
    .trim();
  return plain.includes("@") ? [plain] : [];
}

/** It came back for good: a server that only waits says `delayed` and will say more. */
export const cameBack = ({ action }: RecipientReport): boolean => action === "failed";

/**
 * Whether there is no such mailbox, so that nobody writes to it any more: no such address or domain, one that moved or takes no mail. A full mailbox,
 * a message that is too large or unwanted, and a server that could not be reached say nothing of the address.
 *
 * @see RFC 3463 3.2 to 3.5
 */
export function isDead({ status, diagnostic }: RecipientReport): boolean {
  if (/^5\.1\.(?:[0-6]|10)$|^5\.2\.1$|^5\.4\.4$/.test(status)) return true;
  return status === "5.0.0" && /^55[013][ -]/.test(diagnostic);
}
