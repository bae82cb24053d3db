import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMs = 2_000;

/**
 * Asks the server anew again and again while something goes on there, and nobody is on the way to another page; without script the
 * reader does it.
 */
export function useLookAgain(going: boolean): void {
  const { revalidate, state: reading } = useRevalidator();
  const { state: leaving } = useNavigation();
  const isDue = going && reading === "idle" && leaving === "idle";
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [isDue, revalidate]);
}
