import type { FastifyReply } from 'fastify'

/** Sends a CSV as a file to keep. The name has no characters that a header or a file system would mind. */
export const csvReply = (reply: FastifyReply, name: string, body: string): FastifyReply =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="innkeeper-${name.replaceAll(/[^a-zA-Z0-9-]/g, '-')}.csv"`)
    .send(body)
