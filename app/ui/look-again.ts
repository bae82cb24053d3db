import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMs = 2_000;

/** Asks the server anew again and again while something goes on there; without script the reader does it. */
export function useLookAgain(going: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!going || state !== "idle") return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [going, revalidate, state]);
}
