import { afterEach, describe, expect, it } from 'vitest'
import { actionSchema } from '../../../src/core/action.ts'
import { check } from '../../../src/features/schedule/check.ts'
import { config } from '../../../src/features/schedule/config.ts'
import schedule from '../../../src/features/schedule/index.ts'
import { type Inn, monday, openInn } from '../../kit/inn.ts'

const hour = 3_600_000
const post = {
  id: 'club',
  cron: '0 9 * * *',
  text: { zh: '明天读书会', en: 'Book club tomorrow' },
  gathering: {
    title: { zh: '读书会', en: 'Book club' },
    place: 'https://meet.example/club',
    startsIn: '1d',
    lasts: '90m',
  },
}
let inn: Inn
const open = async (more: object = {}) => {
  inn = await openInn({ features: [schedule], sections: { schedule: { posts: [post] } }, timezone: 'UTC', ...more })
  await inn.says('tom', 'hello')
}
afterEach(() => inn.close())
const took = () => inn.took().map(({ action }) => action)
/** Nine in the morning after the Monday the clock begins at. */
const due = monday + 23 * hour

describe('a post that members meet by', () => {
  it('becomes an event of the platform beside the post', async () => {
    await open({ languages: ['en'] })
    await inn.passes('23h')
    const actions = took()
    expect(actions).toContainEqual({ type: 'send', group: 'test:main', text: 'Book club tomorrow' })
    const event = actions.find(({ type }) => type === 'gathering')
    expect(actionSchema.parse(event)).toEqual({
      type: 'gathering',
      group: 'test:main',
      title: 'Book club',
      text: 'Book club tomorrow',
      place: 'https://meet.example/club',
      at: due + 24 * hour,
      until: due + 25.5 * hour,
    })
    expect(inn.log.errors).toEqual([])
  })
  it('has both names where the group has both languages', async () => {
    await open({ languages: ['zh', 'en'] })
    await inn.passes('23h')
    expect(took().find(({ type }) => type === 'gathering')).toMatchObject({ title: '读书会 · Book club' })
  })
  it.each([
    ['en', /^Book club tomorrow\n\n📍 Book club: .*9:00.*, https:\/\/meet\.example\/club$/],
    ['zh', /^明天读书会\n\n📍 读书会：.*9:00.*，https:\/\/meet\.example\/club$/],
  ] as const)('is a line of the post where the platform has none (%s)', async (locale, expected) => {
    await open({ languages: [locale], does: ['send', 'whisper'] })
    await inn.passes('23h')
    const [only, ...more] = inn.sent()
    expect(more).toEqual([])
    expect(only).toMatch(expected)
  })
  it('counts from now when a moderator posts it', async () => {
    await open({ languages: ['en'] })
    await inn.gives('mod', 'schedule', { action: 'run', post: 'club' })
    expect(took().find(({ type }) => type === 'gathering')).toMatchObject({ at: inn.now + 24 * hour })
  })
  it('is refused where nobody could come', async () => {
    await open()
    const section = (more: object) => config.parse({ posts: [{ ...post, gathering: { ...post.gathering, ...more } }] })
    expect(check(section({}))).toEqual([])
    expect(check(section({ startsIn: '1m', lasts: '1s' })).map(({ path }) => path.join('.'))).toEqual([
      'posts.0.gathering.startsIn',
      'posts.0.gathering.lasts',
    ])
    expect(config.safeParse({ posts: [{ ...post, gathering: { title: { en: 'x' } } }] }).success).toBe(false)
  })
})
