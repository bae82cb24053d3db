import { useFetcher } from "@remix-run/react";
import { type FormEvent, useRef } from "react";

const pauseMs = 350;

/** Asks the server while a fee is typed; only the fee's fields leave the page, never the plan. `live` is undefined until then. */
export function useLiveCheck<Check>(action: string, isFee: (name: string) => boolean) {
  const fetcher = useFetcher<{ check: Check | null }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement) || !target.form || !isFee(target.name)) return;
    const fee = new FormData();
    for (const [name, value] of new FormData(target.form)) if (isFee(name)) fee.append(name, value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => fetcher.submit(fee, { method: "post", action }), pauseMs);
  };
  return { live: fetcher.data === undefined ? undefined : (fetcher.data.check as Check | null), follow };
}
