import { expect, test } from 'vitest'
import { mayAct, mayEdit } from './may-act.ts'

const hour = 3_600_000
const ours = {
  authorId: '1',
  us: '1',
  inReplyToPostId: null,
  inReplyToUserId: null,
  rootAuthorId: '1',
  createdAt: 0,
  version: 1,
  verified: 1,
}
const theirs = { ...ours, authorId: '2', inReplyToPostId: '10', inReplyToUserId: '1' }

test('own posts are deleted, others’ are not', () => {
  expect(mayAct('delete', ours)).toBeNull()
  expect(mayAct('delete', theirs)).toBe('not-ours')
})

test('replies of others are hidden in conversations that the handle began', () => {
  expect(mayAct('hide', theirs)).toBeNull()
  expect(mayAct('hide', ours)).toBe('no-reply')
  expect(mayAct('hide', { ...theirs, inReplyToPostId: null })).toBe('no-reply')
  expect(mayAct('unhide', { ...theirs, rootAuthorId: '3' })).toBe('not-our-conversation')
  // The first post is not here: X knows.
  expect(mayAct('hide', { ...theirs, rootAuthorId: null })).toBeNull()
})

test('an edit needs an own post that answers nobody else, a badge, an hour and one of five', () => {
  expect(mayEdit(ours, hour)).toBeNull()
  expect(mayEdit(ours, hour + 1)).toBe('edit-over')
  expect(mayEdit({ ...ours, version: 6 }, 0)).toBe('edit-over')
  expect(mayEdit({ ...ours, verified: 0 }, 0)).toBe('no-premium')
  expect(mayEdit({ ...ours, inReplyToPostId: '10', inReplyToUserId: '2' }, 0)).toBe('is-reply')
  expect(mayEdit({ ...ours, inReplyToPostId: '10', inReplyToUserId: '1' }, 0)).toBeNull()
  expect(mayEdit(theirs, 0)).toBe('not-ours')
})
