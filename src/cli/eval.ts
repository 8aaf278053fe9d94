/** `innkeeper eval`: how good the answers and verdicts are, on labelled questions and messages. */
import { type Command, InvalidArgumentError } from 'commander'
import { InnkeeperError } from '../core/errors.ts'
import { jsonOption } from './places.ts'
import { fail, print, printJson } from './report.ts'
