/** Four eyes: nobody decides what they proposed themselves, and nobody takes back another's proposal. */
export type EyesRefusal = { kind: "own-proposal" } | { kind: "not-yours" };

export function eyesRefusal({
  takesBack,
  isOwn,
}: {
  takesBack: boolean;
  isOwn: boolean;
}): EyesRefusal | null {
  if (takesBack === isOwn) return null;
  return { kind: isOwn ? "own-proposal" : "not-yours" };
}
