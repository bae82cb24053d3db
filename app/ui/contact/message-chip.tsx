import type { MessageStatus } from "#app/domain/contact/message-moves.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { useT } from "#app/ui/messages.tsx";

export type MessageRow = {
  id: string;
  step: StepType;
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
export function MessageChip({ row: { status } }: { row: Pick<MessageRow, "status"> }) {
  const t = useT();
  return <Chip tone={tones[status]}>{t(`contact.status.${status}`)}</Chip>;
}
