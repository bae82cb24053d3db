import type { T } from "#app/messages/translate.ts";
import type { Tab } from "#app/ui/tabs.tsx";
import type { CaseHeading } from "./case-header.tsx";

const withPaper = new Set(["signing", "engaged", "with_lot", "closed"]);
const withMessages = new Set(["engaged", "closed"]);
const withBids = new Set(["tendering", "deciding", "signing", "engaged", "closed"]);

/** The parts of a case this reader can open now. */
export function caseTabs({ caseId, status, unread }: CaseHeading, relation: string, t: T): Tab[] {
  const at = `/cases/${caseId}`;
  return [
    { to: at, label: t("case.tab.overview") },
    ...(relation === "creditor" && withBids.has(status)
      ? [{ to: `${at}/bids`, label: t("case.tab.bids") }]
      : []),
    ...(relation === "creditor" && status === "approved"
      ? [{ to: `${at}/prices`, label: t("take.tab") }]
      : []),
    ...(relation !== "none" && withPaper.has(status)
      ? [{ to: `${at}/engagement`, label: t("case.tab.engagement") }]
      : []),
    ...(relation !== "none" ? [{ to: `${at}/money`, label: t("case.tab.money") }] : []),
    ...(relation !== "none" ? [{ to: `${at}/evidence`, label: t("case.tab.documents") }] : []),
    ...(relation !== "none" && withMessages.has(status)
      ? [
          { to: `${at}/contact`, label: t("case.tab.contact") },
          {
            to: `${at}/messages`,
            label: t("case.tab.messages"),
            ...(unread > 0 ? { count: unread, said: t("case.tab.unread", { count: unread }) } : {}),
          },
        ]
      : []),
  ];
}
