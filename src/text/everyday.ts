/**
 * Words that turn up in talk about anything, beyond those of `frames.ts`: one of them shared with an entry is no sign
 * that the entry is asked for. Self-made, from what everybody says; names of things that groups have entries about
 * (card, ticket, book, password …) stay out.
 */
import { weightOf } from './frames.ts'
import { stem } from './stem.ts'

const everyday: ReadonlySet<string> = new Set(
  (
    'point miss tool idea matter mean meaning sense case line word name story talk speak answer explain understand guess hope ' +
    'believe feel feeling seem sound remember forget learn teach read write watch listen hear play move sit stand ' +
    'wait stay leave bring carry hold turn pull push pick choose drop fall break fix build cut hit throw catch win lose beat ' +
    'worth follow lead pass miss reach touch check ' +
    'happy sad sorry glad nice fine great cool awesome amazing terrible awful crazy weird strange funny stupid smart clever silly ' +
    'simple difficult different similar special normal usual common rare real true false correct exact clear obvious certain ' +
    'main major minor basic general important useful useless necessary ready able busy alone together apart extra other else ' +
    'early late later recent former ancient young final final previous following entire empty full half double single several few ' +
    'high low deep wide narrow thick thin heavy dark bright warm wet dry clean dirty quiet loud dangerous ' +
    'left right top bottom middle center front behind above below inside outside near far away around across along ' +
    'wall floor world area space ground state friend family guy girl boy ' +
    'woman women brother sister wife husband hand eye face heart mind life death ' +
    'second moment ' +
    'hour while ago forever always never often sometimes usually rarely probably maybe perhaps definitely certainly absolutely ' +
    'exactly basically literally seriously honestly simply nearly almost enough least rather quite pretty instead otherwise however ' +
    'though although unless whether besides anyway somehow somewhere everywhere nowhere nobody everybody anybody somebody ' +
    'two three four five six seven eight nine ten hundred thousand million zero third fourth once twice dozen pair couple bunch ' +
    'group member someone folk folks everyone fun joke ' +
    'piece bit chunk stuff rule fact truth reason cause result effect change difference choice decision ' +
    'goal purpose attempt effort chance luck risk danger trouble fault mistake care attention ' +
    'subject topic example instance sort sample copy version form shape degree force ' +
    'sent given gave took taken came went gone done made said told asked saw seen knew known thought felt kept left put ' +
    'setup option default way note hint tip comment advice suggestion experience knowledge skill practice ' +
    'close near begin finish continue stop quit exit repeat retry contain consist ' +
    'appear exist occur depend belong require prefer expect decide agree refuse admit allow avoid prevent cover hide ' +
    'offer suggest recommend mention describe discuss argue complain apologize thank greet welcome ' +
    'deal handle own belong measure weigh compare match fit suit mix separate divide cross ' +
    'dead alive dumb lame fair proper perfect ideal wonderful lovely beautiful ugly fresh fake'
  )
    .split(' ')
    .map(stem),
)

/** How much one shared word says of the topic: 1 for its name, half for an everyday word, nothing for the commonest. */
export const tellingOf = (word: string): number => {
  if (weightOf(word) < 1 || /^\d+$/.test(word)) return 0
  return everyday.has(word) ? 0.5 : 1
}
