/** @file Saved searches and lists for the console: keeping them, and what they would cost before they are kept. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { previewPosts, type ListeningInput } from '../../shared/domain/listening.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import type { SyncEngine } from '../sync/engine.ts'
import type { XGateway } from '../x/gateway.ts'
import { forecastOf } from './forecast.ts'
import { keepListening, listListening, readingHandle, removeListening } from './repo.ts'

type Methods = 'listening.list' | 'listening.save' | 'listening.remove' | 'listening.preview'

const weekMs = 7 * 86_400_000

export function listeningService(parts: {
  database: Database
  gateway: Pick<XGateway, 'search' | 'list'>
  sync: Pick<SyncEngine, 'refresh'>
  clock: Clock
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const { database, gateway, sync, clock } = parts

  async function preview({ brandId, kind, query }: ListeningInput) {
    const handleId = await readingHandle(database.read, brandId)
    const page =
      kind === 'search'
        ? await gateway.search(handleId, query, { max: previewPosts })
        : await gateway.list(handleId, query, { max: previewPosts })
    const writtenAt = page.items.map(({ createdAt }) => createdAt)
    // A search reaches a week back; how far a list goes, nobody says.
    const reach = kind === 'search' && page.nextToken === null ? weekMs : null
    return forecastOf(writtenAt, reach, clock.now())
  }

  return {
    'listening.list': ({ brandId }) => listListening(database.read, brandId),
    async 'listening.save'({ id, name, listenTo: { kind, brandId, query } }) {
      const handleId = await readingHandle(database.read, brandId)
      const kept = await database.write((tx) =>
        keepListening(tx, { id: id ?? null, brandId, handleId, kind, name, query }),
      )
      await sync.refresh()
      return kept
    },
    async 'listening.remove'({ id }) {
      await database.write((tx) => removeListening(tx, id))
      await sync.refresh()
      return {}
    },
    'listening.preview': preview,
  }
}
