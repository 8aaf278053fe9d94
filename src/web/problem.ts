export { Problem, type ProblemCode, problemCodes } from '../../adapters/web/problem.ts'
