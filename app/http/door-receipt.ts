import { type DoorLanguage, doorDate } from "#app/messages/door/languages.ts";
import { proposalWords } from "#app/messages/door/proposal.ts";
import { type DoorKey, doorTranslator } from "#app/messages/door/translate.ts";
import type { Receipt } from "#app/use-cases/debtors/receipt.server.ts";

/** A receipt in words, a line a fact, with the whole fingerprint of its entry. */
export function receiptText(receipt: Receipt, language: DoorLanguage): string {
  const t = doorTranslator(language);
  const { kind, reason, on, time, zone, code, entry, hash, words, file, froze, proposal, currency } = receipt;
  const when = t("receipt.when_value", { day: doorDate(on, language), time, zone });
  const why = reason
    ? `: ${t(`${kind === "report_severe" ? "report" : kind}.reason.${reason}` as DoorKey)}`
    : "";
  const line = (label: DoorKey, value: string | number | null) => (value ? [`${t(label)}: ${value}`] : []);
  return [
    t("receipt.title"),
    "",
    `${t("receipt.what")}: ${t(`said.${kind}`)}${why}`,
    ...line("receipt.when", when),
    ...line("receipt.case", code),
    ...line("receipt.proposal", proposal && proposalWords(proposal, currency, language)),
    ...line("receipt.words", words),
    ...line("receipt.file", file),
    ...line("receipt.entry", entry),
    ...line("receipt.hash", hash),
    "",
    t(froze ? "receipt.frozen" : "receipt.kept"),
    "",
  ].join("\r\n");
}
