/** @file The statements of intake.ts. Prepared once; each runs for every message that arrives. */
import { isCalledOne } from '../posts/called.ts'

const postColumns = `p.id, p.author_id AS authorId, p.conversation_id AS conversationId,
  p.in_reply_to_post_id AS inReplyToPostId, p.in_reply_to_user_id AS inReplyToUserId,
  p.quoted_post_id AS quotedPostId, p.reposted_post_id AS repostedPostId, p.text, p.entities, p.created_at AS createdAt`

export const allHandles = `
  SELECT id, brand_id AS brandId, x_user_id AS xUserId, username, connected_at AS connectedAt FROM handles`

export const ticketsIn = 'SELECT id FROM tickets WHERE conversation_id = ? AND brand_id = ?'

/** By any id of its edit history that names its newest or its first version. */
export const onePost = `
  SELECT ${postColumns} FROM posts p WHERE p.id = ? OR (p.latest_id = ? AND p.latest_id <> p.id)`

export const authorOf = `
  SELECT author_id AS authorId FROM posts WHERE ${isCalledOne}`

const isVisibleToBrand = `EXISTS (
  SELECT 1 FROM visible_to v JOIN handles h ON h.id = v.handle_id
  WHERE v.kind = 'post' AND v.item_id = p.id AND h.brand_id = ?)`

/** What one person wrote in a conversation, as far as the brand may see it. */
export const postsBy = `
  SELECT ${postColumns} FROM posts p WHERE p.conversation_id = ? AND p.author_id = ? AND ${isVisibleToBrand}`

// CROSS JOIN keeps the order: a post is named by few others, and every post is visible to somebody.
const withHandle = `, v.handle_id AS handleId
  FROM posts p CROSS JOIN visible_to v ON v.kind = 'post' AND v.item_id = p.id`

/** One post, for each handle that sees it. */
export const seenBy = `SELECT ${postColumns}${withHandle} WHERE p.id = ?`
export const children = `SELECT ${postColumns}${withHandle} WHERE p.in_reply_to_post_id = ?`
export const quotes = `SELECT ${postColumns}${withHandle} WHERE p.quoted_post_id = ?`

export const wantPost = `
  INSERT OR IGNORE INTO wanted_posts (post_id, handle_id, depth, next_try_at)
  SELECT ?, ?, ?, ?
  WHERE NOT EXISTS (SELECT 1 FROM visible_to WHERE kind = 'post' AND item_id = ? AND handle_id = ?)
    AND NOT EXISTS (SELECT 1 FROM tombstones WHERE kind = 'post' AND item_id = ?)`

/** Those that hold the item, and those in whose conversation it stands. */
export const ticketsShowing = `
  SELECT ticket_id AS id FROM ticket_items WHERE item_id = ? AND kind = ?
  UNION SELECT id FROM tickets WHERE conversation_id = ?`
