/** A service on the loopback that speaks OpenAI's shapes and answers what the test says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export interface Request {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: {
    readonly model: string
    readonly messages?: readonly { readonly role: string; readonly content: string }[]
    readonly input?: readonly string[]
    readonly temperature?: number
  }
}
/** A status with a body, or 'silence': nothing comes until the other side gives up. */
export type Reply =
  | { readonly status?: number; readonly body: unknown; readonly headers?: Record<string, string> }
  | 'silence'

export const says = (content: string | null): Reply => ({
  body: { id: 'c1', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content } }] },
})
export const means = (vectors: readonly (readonly number[])[]): Reply => ({
  // the order of the list is not promised
  body: {
    object: 'list',
    data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse(),
  },
})

export async function openService(reply: (request: Request) => Reply | Promise<Reply>) {
  const requests: Request[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = (await json(request)) as Request['body']
    const asked = { path: request.url ?? '', authorization: request.headers.authorization, body }
    requests.push(asked)
    const given = await reply(asked)
    if (given === 'silence') return
    const text = typeof given.body === 'string' ? given.body : JSON.stringify(given.body)
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers }).end(text)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url, requests, close }
}
export type Service = Awaited<ReturnType<typeof openService>>

/** What the entries of a question to a language model are, and the question. */
export const toldIn = ({ body }: Request) =>
  JSON.parse(body.messages?.at(-1)?.content ?? '{}') as {
    readonly entries: readonly { readonly id: string; readonly asks: string }[]
    readonly question: string
  }
