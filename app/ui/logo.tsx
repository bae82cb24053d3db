/** The mark: three rungs, the lowest climbed. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <span className="logo">
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path className="logo-rail" d="M6 2.5v19M18 2.500v19" />
        <path className="logo-open" d="M6 7h12M6 12h12" />
        <path className="logo-done" d="M6 17h12" />
      </svg>
      <span className="logo-word">Rung</span>
    </span>
  );
}
