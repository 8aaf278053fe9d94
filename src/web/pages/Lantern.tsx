/** The mark: a paper lantern, lit. Decorative: what it stands for is said in words beside it. */
export function Lantern({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <g fill="var(--inn-lantern-frame)" stroke="var(--inn-lantern-frame)">
        <path d="M12 1.5V4M12 20v2.5" strokeWidth="1.6" strokeLinecap="round" fill="none" />
        <rect x="8" y="4" width="8" height="2.6" rx="1.2" stroke="none" />
        <rect x="8" y="17.4" width="8" height="2.6" rx="1.2" stroke="none" />
      </g>
      <path
        d="M7.4 6.5h9.2c3.1 2.2 3.9 4 3.9 5.5s-.8 3.3-3.9 5.5H7.4C4.3 15.3 3.5 13.5 3.5 12s.8-3.3 3.9-5.5Z"
        fill="var(--inn-lantern-light)"
      />
      <path
        d="M10 6.5c-1.5 3.7-1.5 7.3 0 11M14 6.5c1.5 3.7 1.5 7.3 0 11"
        fill="none"
        stroke="var(--inn-lantern-frame)"
        strokeOpacity=".5"
      />
    </svg>
  )
}
