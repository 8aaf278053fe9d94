/** People, rooms and messages as wechaty's puppets describe them. */
import { type payloads, types } from 'wechaty-puppet'
import type { FriendRequest, Invitation, Kind, Message } from './model.ts'
import type { Person } from './person.ts'
import type { Room } from './room.ts'

const kinds: Record<Kind, types.Message> = {
  text: types.Message.Text,
  image: types.Message.Image,
  file: types.Message.Attachment,
  link: types.Message.Url,
  'mini-program': types.Message.MiniProgram,
  card: types.Message.Contact,
  announcement: types.Message.Text,
  recalled: types.Message.Recalled,
}

export function contactOf(person: Person): payloads.Contact {
  return {
    id: person.id,
    name: person.name,
    alias: person.remark,
    avatar: person.picture,
    friend: person.friend,
    gender: types.ContactGender.Unknown,
    phone: [],
    type: types.Contact.Individual,
  }
}
export function roomOf(room: Room): payloads.Room {
  return {
    id: room.id,
    topic: room.topic,
    ownerId: room.owner.id,
    adminIdList: [...room.admins].map((admin) => admin.id),
    memberIdList: [...room.members.keys()].map((member) => member.id),
  }
}
export function memberOf(room: Room, person: Person): payloads.RoomMember {
  const membership = room.members.get(person)
  if (!membership) throw new Error(`${person.id} is not in ${room.id}`)
  const { alias = '', inviter } = membership
  return { id: person.id, name: person.name, avatar: person.picture, roomAlias: alias, inviterId: inviter?.id ?? '' }
}
export function messageOf(
  { id, at, by, to, kind, text, file, mentions }: Message,
  mentionIds: boolean,
): payloads.Message {
  const said = { id, timestamp: at, talkerId: by.id, text, type: kinds[kind], ...(file && { filename: file.name }) }
  if (!('topic' in to)) return { ...said, listenerId: to.id }
  return { ...said, roomId: to.id, ...(mentionIds && { mentionIdList: mentions.map((person) => person.id) }) }
}
export function friendshipOf({ id, at, person, hello, kind }: FriendRequest): payloads.Friendship {
  const request = { id, timestamp: at, contactId: person.id, hello }
  if (kind !== 'asked')
    return { ...request, type: kind === 'sent' ? types.Friendship.Verify : types.Friendship.Confirm }
  return { ...request, type: types.Friendship.Receive, scene: types.FriendshipScene.Room, ticket: `ticket-${id}` }
}
export function invitationOf({ id, at, room, by, to }: Invitation): payloads.RoomInvitation {
  const memberIdList = [...room.members.keys()].map((member) => member.id)
  return {
    id,
    timestamp: at,
    topic: room.topic,
    avatar: '',
    inviterId: by.id,
    receiverId: to.id,
    invitation: `邀请你加入群聊「${room.topic}」`,
    memberCount: memberIdList.length,
    memberIdList,
  }
}
