/** A message that begins with a command's word stands in the group like any other. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../../src/features.ts'
import { type Inn, openInn } from '../../kit/inn.ts'

describe('advertising typed as a command', () => {
  let inn: Inn
  beforeEach(async () => {
    inn = await openInn({ features, languages: ['zh'] })
    await inn.join('mod')
    await inn.join('ad')
    inn.took()
  })
  afterEach(() => inn.close())

  it('is judged, and what is removed is not answered', async () => {
    for (let n = 0; n < 4; n++) await inn.says('ad', '/me 免费领福利加薇❤ vx8823991 t.me/fastmoney')
    const done = inn.took().map(({ action }) => action.type)
    expect(done).toContain('delete')
    const why = await inn.rows('inbox')
    expect(why.filter((row) => String(row.why).includes('"moderation":{"decided":"acted"')).length).toBeGreaterThan(0)
  })
  it('leaves honest commands alone', async () => {
    const id = await inn.says('ad', '/checkin')
    expect((await inn.why(id)).moderation).toMatchObject({ decided: 'nothing' })
    expect(inn.sent()[0]).toContain('签到')
  })
})
