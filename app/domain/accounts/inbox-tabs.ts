export const inboxTabs = ["all", "unread", "mentions", "tasks"] as const;
export type InboxTab = (typeof inboxTabs)[number];
export const isInboxTab = (text: unknown): text is InboxTab => inboxTabs.some((each) => each === text);
