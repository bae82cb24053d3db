import { textKey } from "#app/domain/timeline/text-forms.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";

/** The hash by which words are known in the log and to their review. */
export const textHashOf = (words: string): string => sha256(textKey(words));
