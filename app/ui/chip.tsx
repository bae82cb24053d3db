import { CircleAlert, CircleCheck, Clock, Info, Lock, Stamp } from "lucide-react";
import type { ReactNode } from "react";
import { Instant } from "./format.tsx";
import { Phrase } from "./phrase.tsx";

export const chipTones = ["ok", "wait", "shut", "bad", "sealed", "info"] as const;
export type ChipTone = (typeof chipTones)[number];

const icons = { ok: CircleCheck, wait: Clock, shut: Lock, bad: CircleAlert, sealed: Stamp, info: Info };

/** A state: icon and word together, so that colour never carries the meaning alone. */
export function Chip({ tone, children }: { tone: ChipTone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={`chip ${tone}`}>
      <Icon aria-hidden size={14} />
      <span>{children}</span>
    </span>
  );
}

/** A sealed thing and the moment it opens; opened, it says so. No countdown. */
export function SealedChip({
  opensAt,
  zone,
  opened,
}: {
  opensAt: string | Date;
  zone: string;
  opened?: boolean;
}) {
  const time = <Instant at={opensAt} zone={zone} />;
  return (
    <Chip tone={opened ? "ok" : "sealed"}>
      <Phrase of={opened ? "chip.opened_at" : "chip.sealed_until"} nodes={{ time }} />
    </Chip>
  );
}
