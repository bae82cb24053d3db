import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** What is under way elsewhere is looked at again by itself; without scripts a link does it. */
export function useLookAgain(waiting: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(revalidate, 2000);
    return () => clearInterval(timer);
  }, [waiting, revalidate]);
}
