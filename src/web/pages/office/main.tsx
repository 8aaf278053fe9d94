import './styles.ts'
import { mount } from '../mount.tsx'
import { Office } from './Office.tsx'

mount(<Office />)
