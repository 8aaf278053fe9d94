import { Lantern } from '../Lantern.tsx'
import { mount } from '../mount.tsx'

mount(<Lantern size={64} />)
