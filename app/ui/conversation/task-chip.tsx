import { Chip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

type TaskChipProps = { dueAt: string | Date; state: "open" | "overdue" | "done"; zone: string };

/** By when an answer is due, that it is overdue, or that it is settled. */
export function TaskChip({ dueAt, state, zone }: TaskChipProps) {
  const t = useT();
  if (state === "done") return <Chip tone="ok">{t("messages.task_done")}</Chip>;
  const time = <Instant at={dueAt} zone={zone} />;
  return (
    <Chip tone={state === "overdue" ? "bad" : "wait"}>
      <Phrase of={`messages.task_${state}`} nodes={{ time }} />
    </Chip>
  );
}
