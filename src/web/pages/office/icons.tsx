/** Line icons on a 20-pixel grid. Decorative: the words beside them say what they mean. */
const paths = {
  today:
    'M10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5.05 5.05l1.06 1.06M13.9 13.9l1.05 1.05M5.05 14.95l1.06-1.06M13.9 6.1l1.05-1.05M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  queue:
    'M3 11.5 5.2 4.6A1.5 1.5 0 0 1 6.6 3.5h6.8a1.5 1.5 0 0 1 1.4 1.1l2.2 6.9v3.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15v-3.5Zm0 0h4l1 2h4l1-2h4',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c0-2.8 2.4-4.5 5.5-4.5s5.5 1.7 5.5 4.5M13 4a2.8 2.8 0 0 1 0 5.3M15 12.4c1.9.5 3 2 3 4.1',
  faq: 'M4.5 3.5h11A1.5 1.5 0 0 1 17 5v7.5a1.5 1.5 0 0 1-1.5 1.5H10l-4 3v-3H4.5A1.5 1.5 0 0 1 3 12.5V5a1.5 1.5 0 0 1 1.5-1.5ZM8.2 7.3a1.9 1.9 0 1 1 2.6 1.7c-.5.2-.8.5-.8 1M10 11.6v.1',
  schedule:
    'M4.5 4.5h11A1.5 1.5 0 0 1 17 6v9.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5V6a1.5 1.5 0 0 1 1.5-1.5ZM6.5 2.5v3.5M13.5 2.5v3.5M3 8.5h14M10 11v2.5l1.6.9',
  perks:
    'M3.5 7.5h13v3h-13zM4.5 10.5h11v6h-11zM10 7.5v9M10 7.5C8 7.5 6 6.7 6 5a1.7 1.7 0 0 1 1.8-1.7C9.5 3.3 10 5.5 10 7.5Zm0 0c2 0 4-.8 4-2.5a1.7 1.7 0 0 0-1.8-1.7C10.5 3.3 10 5.5 10 7.5Z',
  rules:
    'M6 3.5h8.5A1.5 1.5 0 0 1 16 5v10.5a1.5 1.5 0 0 1-1.5 1.5H6a2 2 0 0 1-2-2V5.5a2 2 0 0 1 2-2ZM4 15a2 2 0 0 1 2-2h10M7.5 7h5M7.5 9.8h3.5',
  log: 'M3.5 5.5h1M7.5 5.5h9M3.5 10h1M7.5 10h9M3.5 14.5h1M7.5 14.5h9',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l3.5 3.5',
  download: 'M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12',
  chevron: 'm7.5 5 5 5-5 5',
  command: 'm4.5 6 4 4-4 4M10.5 14.5h5',
  close: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  done: 'm4.5 10.5 3.5 3.5 7.5-8',
  warn: 'M10 3 2.5 16.5h15L10 3ZM10 8v4M10 14.2v.1',
  eye: 'M2.5 10S5 4.5 10 4.5 17.5 10 17.5 10 15 15.5 10 15.5 2.5 10 2.5 10ZM12.3 10a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0Z',
  group: 'M12 16.5H4.5A1.5 1.5 0 0 1 3 15V5a1.5 1.5 0 0 1 1.5-1.5H12M8 10h9M14 7l3 3-3 3',
} as const
export type IconName = keyof typeof paths

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  const dots = name === 'more'
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
      <path d={paths[name]} />
    </svg>
  )
}
