/** The mark: a document with one line set right, in the colour of the text around it. */
export function Brand({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden focusable="false">
      <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--ink)" />
      <path d="M6 5.75v8.5" stroke="var(--ink-contrast)" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M10 6.75h4.25M10 10h2.5"
        stroke="var(--ink-contrast)"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <path
        d="m9.75 13.25 1.25 1.25 2.75-2.75"
        stroke="var(--brand-mark)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
