import type { MessageStatus } from "#app/domain/contact/message-moves.ts";
import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { useT } from "#app/ui/messages.tsx";

export type MessageRow = {
  id: string;
  step: StepType;
  channel: ContactChannel;
  status: MessageStatus;
  askedAt: string;
  dueAt: string | null;
  sentAt: string | null;
  heldWhy: string | null;
  demo: boolean;
};

const tones: Record<MessageStatus, ChipTone> = {
  waiting: "wait",
  held: "shut",
  sending: "wait",
  sent: "ok",
  unknown: "bad",
  bounced: "bad",
  withdrawn: "info",
};

/** How a message stands: icon and word. */
export function MessageChip({ row: { status, channel } }: { row: Pick<MessageRow, "status" | "channel"> }) {
  const t = useT();
  return <Chip tone={tones[status]}>{wordFor("status", { status, channel }, t)}</Chip>;
}

/** What is said of a letter or a text message differs from an e-mail where it is another that has it. */
export function wordFor(
  kind: "status" | "said",
  { status, channel }: Pick<MessageRow, "status" | "channel">,
  t: ReturnType<typeof useT>,
): string {
  const own = `contact.${kind}.${channel}.${status}`;
  return t.has(own) ? t(own) : t(`contact.${kind}.${status}`);
}
