/**
 * @file The calls about pictures and films, over the client's one way to call X.
 */
import { Failure } from '../../shared/errors.ts'
import type { EndpointName } from './endpoints.ts'
import type { MediaGateway } from './gateway.ts'
import type { XRequest } from './http.ts'
import { uploadStatus } from './media-shapes.ts'

type Ask = Pick<XRequest, 'params' | 'query' | 'body' | 'binary'>

/** A good answer of X's: its text, and its bytes where those were asked for. @throws Failure */
export type Exchange = (
  handleId: string,
  route: EndpointName,
  ask: Ask,
) => Promise<{ text: string; bytes: Uint8Array | null }>

const category = { photo: 'image', gif: 'gif', video: 'video' } as const

/** @param describe the one of these calls that is charged for */
export function mediaCalls(
  exchange: Exchange,
  describe: (handleId: string, ask: Ask) => Promise<void>,
): MediaGateway {
  return {
    async dmMedia(handleId, { dmId, mediaId, resourceId }) {
      const { bytes } = await exchange(handleId, 'dmMedia', {
        params: { dm_id: dmId, media_id: mediaId, resource_id: resourceId },
        binary: true,
      })
      if (bytes === null) throw new Failure('x.malformed', { endpoint: 'dmMedia' }, 'no bytes')
      return bytes
    },
    async uploadStart(handleId, { type, kind, use, bytes }) {
      const json = { media_type: type, media_category: `${use}_${category[kind]}`, total_bytes: bytes }
      const { text } = await exchange(handleId, 'uploadStart', { body: { json } })
      return uploadStatus(text, 'uploadStart')
    },
    async uploadAppend(handleId, mediaId, segment, bytes) {
      const media = Buffer.from(bytes).toString('base64')
      await exchange(handleId, 'uploadAppend', {
        params: { id: mediaId },
        body: { json: { segment_index: segment, media } },
      })
    },
    async uploadEnd(handleId, mediaId) {
      const { text } = await exchange(handleId, 'uploadEnd', { params: { id: mediaId }, body: { json: {} } })
      return uploadStatus(text, 'uploadEnd')
    },
    async uploadStatus(handleId, mediaId) {
      const { text } = await exchange(handleId, 'uploadStatus', {
        query: { command: 'STATUS', media_id: mediaId },
      })
      return uploadStatus(text, 'uploadStatus')
    },
    async mediaDescribe(handleId, mediaId, alt) {
      await describe(handleId, {
        body: { json: { id: mediaId, metadata: { alt_text: { text: alt } } } },
      })
    },
  }
}
