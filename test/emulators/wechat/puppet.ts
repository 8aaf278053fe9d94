/** wechaty-puppet-mock with a WeChat behind it: what it leaves undone is done, by asking the account. */
import { FileBox, type FileBoxInterface } from 'file-box'
import { type impls, type payloads, throwUnsupportedError, type types } from 'wechaty-puppet'
import { PuppetMock } from 'wechaty-puppet-mock'
import type { Account } from './account.ts'
import type { File, Hears, Signal } from './model.ts'
import type { World } from './world.ts'

/** The account as a puppet may ask it: here, or in another process. */
export type Asked = {
  readonly [K in keyof Account]: (
    ...args: Parameters<Account[K]>
  ) => ReturnType<Account[K]> | Promise<ReturnType<Account[K]>>
}
export interface Line {
  readonly account: Asked
  listen(hears: Hears): void
  hangUp(): void
}
/** A line to a world in this process. */
export function lineTo(world: World): Line {
  let mine: Hears | undefined
  return {
    account: world.account,
    listen: (hears) => {
      mine = hears
      world.listen(hears)
    },
    hangUp: () => world.hangsUp(mine),
  }
}

// PuppetMock promises less than a puppet may give: ids of what was sent.
const Base: new () => impls.PuppetAbstract = PuppetMock
const boxed = ({ name, bytes }: File): FileBoxInterface => FileBox.fromBuffer(Buffer.from(bytes), name)

export class SimulatedPuppet extends Base {
  readonly #line: Line
  readonly #account: Asked
  #leaving: Promise<void> | undefined
  constructor(line: Line) {
    super()
    this.#line = line
    this.#account = line.account
    // Left to itself a puppet that was stopped still thinks it is logged in, and refuses the next login.
    this.on('stop', () => {
      this.__currentUserId = undefined
    })
  }
  override name = (): string => 'innkeeper-simulated-wechat'
  override async onStart(): Promise<void> {
    this.#line.listen((signal) => {
      // A logout takes a moment, and until then no login is possible.
      if (this.#leaving) this.wrapAsync(this.#leaving.then(() => this.#hears(signal)))
      else this.#hears(signal)
    })
    setImmediate(() => this.wrapAsync(Promise.resolve(this.#account.connects())))
  }
  override async onStop(): Promise<void> {
    this.#line.hangUp()
  }
  #hears(signal: Signal): void {
    switch (signal.event) {
      case 'login':
        this.login(signal.id)
        break
      case 'logout':
        this.#leaving = super.logout(signal.reason).finally(() => {
          this.#leaving = undefined
        })
        break
      case 'dong':
        this.emit('dong', { data: signal.data })
        break
      case 'error':
        this.emit('error', new Error(signal.message))
        break
      case 'ready':
      case 'heartbeat':
        this.emit(signal.event, { data: signal.event })
        break
      default:
        this.emit(signal.event, signal.payload)
    }
  }
  /** Asked for by the bot: also by clients of the server's, each time they are told of a logout. */
  override async logout(reason?: string): Promise<void> {
    if (!this.isLoggedIn) return
    await super.logout(reason)
    await this.#account.logout()
  }
  override ding(data = ''): void {
    this.wrapAsync(Promise.resolve(this.#account.ding(data)))
  }

  override async contactList() {
    return this.#account.contacts()
  }
  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    return this.#account.contact(id)
  }
  override contactAlias(id: string): Promise<string>
  override contactAlias(id: string, alias: string | null): Promise<void>
  override async contactAlias(id: string, alias?: string | null): Promise<unknown> {
    return alias === undefined ? this.#account.remark(id) : this.#account.setRemark(id, alias ?? '')
  }
  override async contactSelfQRCode() {
    return 'https://u.wechat.com/innkeeper'
  }

  override async messageRawPayload(id: string): Promise<payloads.Message> {
    return this.#account.message(id)
  }
  override async messageFile(id: string) {
    return boxed(await this.#account.file(id))
  }
  override async messageImage(id: string, _size: types.Image) {
    return boxed(await this.#account.file(id))
  }
  override async messageUrl(id: string) {
    return this.#account.link(id)
  }
  override async messageMiniProgram(id: string) {
    return this.#account.miniProgram(id)
  }
  override async messageContact(id: string) {
    return this.#account.card(id)
  }
  override async messageRecall(id: string) {
    return this.#account.recall(id)
  }
  override async messageForward(to: string, id: string) {
    return this.#account.forward(to, id)
  }
  override async messageSendText(to: string, text: string, mentionIds: string[] = []) {
    return this.#account.sendText(to, text, mentionIds)
  }
  override async messageSendFile(to: string, file: FileBoxInterface) {
    return this.#account.sendFile(to, { name: file.name, bytes: await file.toBuffer() })
  }
  override async messageSendUrl(to: string, link: payloads.UrlLink) {
    return this.#account.sendLink(to, link)
  }
  override async messageSendMiniProgram(to: string, miniProgram: payloads.MiniProgram) {
    return this.#account.sendMiniProgram(to, miniProgram)
  }
  override async messageSendContact(to: string, id: string) {
    return this.#account.sendCard(to, id)
  }
  override async messageSendLocation() {
    return throwUnsupportedError()
  }
  override async messageSendPost() {
    return throwUnsupportedError()
  }

  override async roomList() {
    return this.#account.rooms()
  }
  override async roomRawPayload(id: string): Promise<payloads.Room> {
    return this.#account.room(id)
  }
  override async roomMemberList(id: string) {
    return this.#account.members(id)
  }
  override async roomMemberRawPayload(roomId: string, id: string): Promise<payloads.RoomMember> {
    return this.#account.member(roomId, id)
  }
  override async roomAdd(roomId: string, id: string, inviteOnly = false) {
    return this.#account.add(roomId, id, inviteOnly)
  }
  override async roomDel(roomId: string, id: string) {
    return this.#account.remove(roomId, id)
  }
  override roomTopic(id: string): Promise<string>
  override roomTopic(id: string, topic: string): Promise<void>
  override async roomTopic(id: string, topic?: string): Promise<unknown> {
    return topic === undefined ? (await this.#account.room(id)).topic : this.#account.retitle(id, topic)
  }
  override roomAnnounce(id: string): Promise<string>
  override roomAnnounce(id: string, text: string): Promise<void>
  override async roomAnnounce(id: string, text?: string): Promise<unknown> {
    return text === undefined ? this.#account.announcement(id) : this.#account.announce(id, text)
  }
  override async roomCreate(ids: string[], topic?: string) {
    return this.#account.create(ids, topic)
  }
  override async roomQuit(id: string) {
    return this.#account.quit(id)
  }
  override async roomQRCode(id: string) {
    return this.#account.qrcode(id)
  }
  override async roomInvitationRawPayload(id: string): Promise<payloads.RoomInvitation> {
    return this.#account.invitation(id)
  }
  override async roomInvitationAccept(id: string) {
    return this.#account.enter(id)
  }

  override async friendshipRawPayload(id: string): Promise<payloads.Friendship> {
    return this.#account.friendship(id)
  }
  override async friendshipAccept(id: string) {
    return this.#account.acceptFriend(id)
  }
  override async friendshipAdd(id: string, option: types.FriendshipAddOptions = '') {
    return this.#account.addFriend(id, typeof option === 'string' ? option : (option.hello ?? ''))
  }
  override async friendshipSearchHandle() {
    return null
  }
}
