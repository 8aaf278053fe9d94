/** A line drawn on a 20-unit square in the colour of the text. Decorative: the words beside it say what it means. */
export function LineIcon({
  path,
  size,
  dots,
}: {
  readonly path: string
  readonly size: number
  readonly dots: boolean
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={dots ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}
