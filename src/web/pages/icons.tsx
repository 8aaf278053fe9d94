/** Line icons on a 20-unit square, drawn in the colour of the text. Always beside words or on a labelled button. */
import { LineIcon } from './LineIcon.tsx'

const paths = {
  send: 'M3.5 10 17 3.5 12.5 17l-2.7-5.3L3.5 10Zm6.3 1.7 3-3.2',
  reply: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H12a4 4 0 0 1 4 4V15',
  smile: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.5 8.3v.4m5-.4v.4M7 11.5c1.6 2.2 4.4 2.2 6 0',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  menu: 'M3.5 6h13m-13 4h13m-13 4h13',
  flag: 'M5 17V3.5m0 .5h9.5l-2 3.2 2 3.3H5',
  people:
    'M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.5 16c.3-2.7 2.3-4.3 5-4.3s4.7 1.6 5 4.3M13 4.4a2.5 2.5 0 0 1 0 4.8m1.5 2.7c1.7.5 2.8 1.9 3 4.1',
  pin: 'M10 12.5V17M6 12.5h8l-1.2-3.3V4.5h.7V3H6.5v1.5h.7v4.7L6 12.5Z',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  down: 'M10 4v12m-5-5 5 5 5-5',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 0 0-4.2-4.2l-.8.8m1 3.2a3 3 0 0 0-4.2 0l-2.8 2.8a3 3 0 0 0 4.2 4.2l.8-.8',
  pencil: 'm4 16 .8-3.4L13 4.4l2.6 2.6-8.2 8.2L4 16Zm7.5-10 2.6 2.6',
  trash: 'M4.5 6h11M8 6V4h4v2m-6 0 .6 10h6.8L14 6m-5.2 3v4.5m2.4-4.5v4.5',
  copy: 'M7 7h8.5v9.5H7zM4.5 13V3.5H12',
  why: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8.2 8.2a1.9 1.9 0 1 1 2.5 1.9c-.5.2-.7.5-.7 1v.4m0 2.2v.1',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Zm7.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  door: 'M12 4H5v12h7M9.5 10H17m-2.7-2.8L17 10l-2.7 2.8',
  plus: 'M10 4v12M4 10h12',
} as const

export const Icon = ({ name, size = 20 }: { readonly name: keyof typeof paths; readonly size?: number }) => (
  <LineIcon path={paths[name]} size={size} dots={name === 'more'} />
)
