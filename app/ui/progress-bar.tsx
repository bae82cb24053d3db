import { useT } from "./messages.tsx";

type ProgressBarProps = { label: string; value: number; max: number };

/** How far work on the server is that goes on by itself; the words above it say the same. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  const t = useT();
  return (
    <>
      <progress value={Math.min(value, max)} max={max} aria-label={label} />
      <noscript>
        <p className="hint">{t("progress.reload")}</p>
      </noscript>
    </>
  );
}
