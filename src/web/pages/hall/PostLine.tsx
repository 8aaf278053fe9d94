/** One line of the conversation, with what can be done with it. */
import { memo } from 'react'
import type { Me, Person, Post } from '../../../../adapters/web/wire.ts'
import { Icon } from '../icons.tsx'
import { Markdown } from '../Markdown.tsx'
import { clockTime, exactTime } from '../texts.ts'
import { Avatar, BotAvatar } from './Avatar.tsx'
import { Options } from './Options.tsx'
import { PostTools, WhyButton } from './PostTools.tsx'
import { plain } from './plain.ts'
import { Reactions } from './Reactions.tsx'
import type { Aim, Side } from './Room.tsx'
import { Spoken } from './Spoken.tsx'
import type { HallStore } from './store.ts'
import classes from './stream.module.css'
import { isBot } from './timeline.ts'
import { say } from './words.ts'

export interface PostProps {
  readonly post: Post
  readonly first: boolean
  readonly store: HallStore
  readonly reader: Reader
  readonly show: (side: Side) => void
  readonly aim: (aim: Aim) => void
}
/** What a line has to know of who reads it; the same object as long as nothing of it changes. */
export interface Reader {
  readonly me: Me | undefined
  readonly people: ReadonlyMap<string, Person>
  readonly online: boolean
}
/** Drawn again only when it is another: in a busy evening there are hundreds of them. */
export const PostLine = memo((props: PostProps) => {
  const { post } = props
  if (post.kind === 'joined' || post.kind === 'left' || post.kind === 'command') return <Note {...props} />
  return isBot(post) ? <BotPost {...props} /> : <PersonPost {...props} />
})

/** Somebody came, went, or asked the bot for something. */
function Note({ post, reader, show }: PostProps) {
  const words = { joined: 'joined', left: 'left', command: 'used' } as const
  const key = words[post.kind as keyof typeof words]
  return (
    <li className={classes.note} id={post.id}>
      <span title={exactTime(post.at)}>{say(key, { name: post.name || say('gone'), text: post.text })}</span>
      {reader.me?.role !== 'member' && <WhyButton post={post} show={show} />}
    </li>
  )
}

function PersonPost(props: PostProps) {
  const { post, first, reader } = props
  const name = post.name || say('gone')
  return (
    <li className={classes.post} data-first={first} id={post.id}>
      {first ? <Avatar user={post.user} name={name} /> : <Time at={post.at} gutter />}
      <div className={classes.body}>
        {first && (
          <div className={classes.byline}>
            <strong>{name}</strong>
            <Standing person={reader.people.get(post.user)} />
            <Time at={post.at} />
          </div>
        )}
        <Quoted post={post} />
        {post.deleted || post.text === '' ? (
          <Tombstone post={post} />
        ) : (
          <Spoken text={post.text} people={reader.people} me={reader.me?.user ?? ''} />
        )}
        {post.edited && !post.deleted && <small className={classes.faint}>{say('edited')}</small>}
        <Reactions {...props} />
      </div>
      {post.deleted ? <WhyGone {...props} /> : <PostTools {...props} />}
    </li>
  )
}

function Standing({ person }: { readonly person: Person | undefined }) {
  if (!person) return null
  const words = person.role === 'member' ? person.titles : [say(person.role), ...person.titles]
  return words.map((word) => (
    <span key={word} className={classes.standing}>
      {word}
    </span>
  ))
}

function BotPost(props: PostProps) {
  const { post, first, store, reader } = props
  return (
    <li className={classes.post} data-first={first} data-bot="true" id={post.id}>
      {first ? <BotAvatar /> : <Time at={post.at} gutter />}
      <div className={classes.body}>
        {first && (
          <div className={classes.byline}>
            <strong>{say('bot')}</strong>
            {post.kind === 'announce' && <span className={classes.standing}>{say('announce')}</span>}
            <Time at={post.at} />
          </div>
        )}
        <div className={classes.tint} data-loud={post.kind === 'announce'}>
          {post.onlyYou && (
            <p className={classes.onlyYou}>
              <Icon name="eye" size={16} /> {say('onlyYou')}
            </p>
          )}
          <Quoted post={post} />
          {post.deleted ? <Tombstone post={post} /> : <Markdown text={post.text} />}
          {post.picture !== undefined && <Picture id={post.id} alt={post.picture} />}
          {post.options && <Options post={post} store={store} mutable={reader.online} />}
        </div>
        <Reactions {...props} />
      </div>
      {post.deleted ? <WhyGone {...props} /> : <PostTools {...props} />}
    </li>
  )
}

/** Of what was removed, staff may still ask why. */
const WhyGone = ({ post, reader, show }: PostProps) =>
  reader.me && reader.me.role !== 'member' ? <WhyButton post={post} show={show} /> : null

const Picture = memo(({ id, alt }: { readonly id: string; readonly alt: string }) => (
  <img className={classes.picture} src={`/api/hall/pictures/${encodeURIComponent(id)}`} alt={alt} loading="lazy" />
))

const Time = ({ at, gutter }: { readonly at: number; readonly gutter?: boolean }) => (
  <time className={gutter ? classes.gutter : classes.time} dateTime={new Date(at).toISOString()} title={exactTime(at)}>
    {clockTime(at)}
  </time>
)
const Tombstone = ({ post }: { readonly post: Post }) => (
  <p className={classes.tombstone}>{say(post.deleted === 'staff' ? 'deletedStaff' : 'deletedSelf')}</p>
)
function Quoted({ post }: { readonly post: Post }) {
  const { quote } = post
  if (!quote) return null
  return (
    <a className={classes.quote} href={`#${quote.id}`} onClick={(event) => jump(event, quote.id)}>
      <strong>{quote.name || say('bot')}</strong> {plain(quote.text) || '…'}
    </a>
  )
}
/** To the quoted line where it is loaded, without a trace in the address. */
function jump(event: { preventDefault(): void }, id: string) {
  event.preventDefault()
  document.getElementById(id)?.scrollIntoView({ block: 'center' })
}
