/** What `innkeeper doctor` asks of WeChat, where the environment or a rulebook means to be there. */
import { globSync } from 'node:fs'
import { loadWechatDoctor } from '../../adapters/index.ts'
import type { Rulebook } from '../core/rulebook.ts'
import type { Locale } from '../core/words.ts'
import { wechatFolder } from '../main.ts'
import { type Told, told } from './told.ts'

/** Nothing where nobody means to be on WeChat. `rulebooks` are those of the folder `dir` that are whole. */
export async function wechat(
  dir: string,
  db: string,
  rulebooks: readonly Rulebook[],
  lang: Locale,
): Promise<readonly Told[]> {
  const named = Boolean(process.env.WECHATY_PUPPET?.trim())
  const listed = rulebooks.some((rulebook) => rulebook.listed('wechat').length > 0)
  const meant = listed || globSync(['wechat.yaml', '*/wechat.yaml'], { cwd: dir }).length > 0
  if (!named && !meant) return []
  const { wechatFindings } = await loadWechatDoctor()
  const books = rulebooks.map((rulebook) => ({
    section: rulebook.section('wechat', ''),
    listed: rulebook.listed('wechat').map(({ ref }) => ref),
    staff: rulebook.staff,
    serves: (ref: string) => rulebook.group(ref) !== undefined,
  }))
  const findings = await wechatFindings({ env: process.env, folder: wechatFolder(db), books })
  return findings.map((finding) => told(finding, lang))
}
