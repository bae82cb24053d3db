import type { Check } from "#app/domain/law/scene.ts";

/** The act is refused outright under the row's conditions; no time heals it. */
export const never: Check = () => ({ values: {}, next: null });
