import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { Toast } from "radix-ui";
import { useEffect, useState } from "react";
import type { MessageValues } from "#app/messages/translate.ts";
import { useT } from "./messages.tsx";

export type ToastMessage = { tone: "ok" | "info" | "bad"; key: string; values?: MessageValues };

const icons = { ok: CircleCheck, info: Info, bad: CircleAlert };

/** The answer to the act before this page. Without JavaScript it stands in the page; with it, it can be sent away. */
export function ToastRegion({ message }: { message: ToastMessage | null }) {
  const t = useT();
  const [scripted, setScripted] = useState(false);
  const [shown, setShown] = useState<ToastMessage | null>(message);
  useEffect(() => setScripted(true), []);
  useEffect(() => {
    if (message) setShown(message);
  }, [message]);

  const text = shown && t.has(shown.key) ? t(shown.key, shown.values) : null;
  if (!shown || !text) return null;
  const Icon = icons[shown.tone];
  const inside = (
    <>
      <Icon aria-hidden size={18} />
      <span>{text}</span>
    </>
  );
  if (!scripted) {
    return (
      <div className="toasts">
        <div className={`toast ${shown.tone}`} role="status">
          {inside}
        </div>
      </div>
    );
  }
  return (
    <Toast.Provider label={t("toast.region")} duration={8000} swipeDirection="down">
      <Toast.Root className={`toast ${shown.tone}`} onOpenChange={(open) => open || setShown(null)} open>
        <Toast.Description className="toast-text">{inside}</Toast.Description>
        <Toast.Close className="toast-close" aria-label={t("toast.close")}>
          <X aria-hidden size={16} />
        </Toast.Close>
      </Toast.Root>
      <Toast.Viewport className="toasts" />
    </Toast.Provider>
  );
}
