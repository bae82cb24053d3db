import { parentPort, workerData } from "node:worker_threads";
import { convert } from "html-to-text";
import PostalMime from "postal-mime";

/** Links and pictures say nothing that was written. */
const withoutMarkup = {
  wordwrap: false,
  limits: { maxInputLength: 2_000_000, maxDepth: 100, maxChildNodes: 20_000 },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
  ],
};

const nameOf = ({ name, address, group }) => {
  if (group) return `${name}: ${listed(group)}`;
  return name && name !== address ? `${name} <${address}>` : (address ?? name);
};
const listed = (all = []) => all.map(nameOf).join(", ");

/** Under the names that the standard gives them, whatever the reader's language (RFC 5322 3.6). */
const headOf = ({ headers, from, to, cc, subject }) =>
  Object.entries({
    From: from && nameOf(from),
    To: listed(to),
    Cc: listed(cc),
    // As its author's clock wrote it, with its offset.
    Date: headers.find(({ key }) => key === "date")?.value,
    Subject: subject,
  })
    .flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
    .join("\n");

const wordsOf = ({ text, html }) => (text ?? convert(html ?? "", withoutMarkup)).trim();

const attachedTo = ({ attachments }) =>
  attachments.map(({ filename, mimeType }) => `[${filename ?? mimeType}]`).join(" ");

try {
  const mail = await PostalMime.parse(workerData.bytes, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 });
  parentPort.postMessage({ pages: 1 });
  parentPort.postMessage({
    text: [headOf(mail), wordsOf(mail), attachedTo(mail)].filter(Boolean).join("\n\n"),
  });
  parentPort.postMessage({ done: true });
} catch {
  parentPort.postMessage({ failed: "unreadable" });
}
