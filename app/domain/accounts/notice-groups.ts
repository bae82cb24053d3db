import type { NoticeKind } from "./notices.ts";

/** How the settings are laid out. */
export const noticeGroups = ["messages", "dates", "rounds", "cases", "licences", "platform"] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

/** Only administrators are ever told of these. */
export const forAdmins = new Set<NoticeKind>([
  "law_proposed",
  "law_approved",
  "law_refused",
  "wording_proposed",
  "wording_approved",
  "wording_refused",
  "form_file_proposed",
  "form_file_approved",
  "form_file_refused",
  "message_reported",
  "conduct_reported",
  "debtor_details_often",
  "data_requested",
]);

const beginnings: [RegExp, NoticeGroup][] = [
  [/^message_/, "messages"],
  [/^(date|dispute)_/, "dates"],
  [/^(case|step|text|contact|conduct|debtor|plan|proposal|instalment|visit)_/, "cases"],
  [/^licence_/, "licences"],
  [/^(law|wording|form_file|invitation)/, "platform"],
];

export const groupOf = (kind: NoticeKind): NoticeGroup =>
  beginnings.find(([beginning]) => beginning.test(kind))?.[1] ?? "rounds";
