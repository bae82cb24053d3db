import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";

/**
 * Reads the page anew, once nothing else is under way. Reading it while another page is on its way would begin that one's loading again, and
 * the short answer it came with, which is given once, would have gone to the loading that was dropped.
 */
export function useReadAnew(): () => void {
  const { revalidate, state: reading } = useRevalidator();
  const { state: going } = useNavigation();
  const [isWanted, want] = useState(false);
  useEffect(() => {
    if (!isWanted || going !== "idle" || reading !== "idle") return;
    want(false);
    revalidate();
  }, [isWanted, going, reading, revalidate]);
  return useCallback(() => want(true), []);
}
