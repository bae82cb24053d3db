import { useFetcher, useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useT } from "#app/ui/messages.tsx";

/** How long the typing rests before it is saved. */
const pauseMs = 1_200;

/**
 * Keeps a form on the server while it is being filled in, where the browser runs scripts; says when it last did.
 * Without scripts the form's own buttons save.
 */
export function Autosave({ formId }: { formId: string }) {
  const t = useT();
  const { submit, data, state } = useFetcher<{ savedAt: string | null }>({ key: `autosave-${formId}` });
  const { pathname } = useLocation();
  const send = useRef(submit);
  send.current = submit;

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    let timer: number | undefined;
    const stop = () => window.clearTimeout(timer);
    const save = () => {
      const fields = new FormData(form);
      fields.set("autosave", "1");
      send.current(fields, { method: "post", action: pathname });
    };
    const later = () => {
      stop();
      timer = window.setTimeout(save, pauseMs);
    };
    form.addEventListener("input", later);
    form.addEventListener("submit", stop);
    return () => {
      stop();
      form.removeEventListener("input", later);
      form.removeEventListener("submit", stop);
    };
  }, [formId, pathname]);

  const time = useClockTime(data?.savedAt);
  const text = state !== "idle" ? t("cases.draft.saving") : time ? t("cases.draft.saved", { time }) : "";
  return (
    <p className="autosave" role="status">
      {text}
    </p>
  );
}

/** `14:02` on the reader's own clock; known only in the browser. */
function useClockTime(at: string | null | undefined): string | null {
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => {
    if (!at) return;
    const moment = new Date(at);
    const pad = (part: number) => String(part).padStart(2, "0");
    setTime(`${pad(moment.getHours())}:${pad(moment.getMinutes())}`);
  }, [at]);
  return time;
}
