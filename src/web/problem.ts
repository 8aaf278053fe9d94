export { Problem, problemCodes } from '../../adapters/web/problem.ts'
