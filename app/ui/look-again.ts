import { useEffect } from "react";
import { useReadAnew } from "./read-anew.ts";

const everyMs = 2_000;

/** Asks the server anew again and again while something goes on there; without script the reader does it. */
export function useLookAgain(going: boolean): void {
  const readAnew = useReadAnew();
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(readAnew, everyMs);
    return () => clearInterval(timer);
  }, [going, readAnew]);
}
