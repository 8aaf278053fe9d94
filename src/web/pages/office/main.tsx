import { mount } from '../mount.tsx'
import { Office } from './Office.tsx'
import './styles.ts'

mount(<Office />)
