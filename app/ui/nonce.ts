import { createContext, useContext } from "react";

/** The response's script nonce. Browsers hide it from scripts, so on the client there is none. */
export const NonceContext = createContext<string | undefined>(undefined);
export const useNonce = () => useContext(NonceContext);
