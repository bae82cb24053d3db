import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useT } from "./messages.tsx";

/** A short id to say on the phone or paste: monospaced, with a button where the browser can copy. */
export function CopyableId({ value, short }: { value: string; short?: string }) {
  const t = useT();
  const [canCopy, setCanCopy] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setCanCopy("clipboard" in navigator), []);

  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCanCopy(false),
    );
  return (
    <span className="copyable">
      <code title={short ? value : undefined}>{short ?? value}</code>
      {canCopy && (
        <button
          type="button"
          onClick={copy}
          onBlur={() => setCopied(false)}
          aria-label={t("copy.copy", { value })}
        >
          {copied ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
        </button>
      )}
      <span role="status" className="visually-hidden">
        {copied ? t("copy.copied") : ""}
      </span>
    </span>
  );
}
