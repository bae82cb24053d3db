import { useId } from "react";
import { useT } from "./messages.tsx";

/** How much of a countable work is done. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const t = useT();
  const id = useId();
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={done} max={Math.max(total, 1)} />
      <span className="progress-count">{t("progress.of", { done, total })}</span>
    </div>
  );
}
