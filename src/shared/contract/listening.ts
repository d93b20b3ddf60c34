/** @file What a brand listens to: saved searches and lists. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { ListeningInput, ListeningPreview, ListeningSave, ListeningView } from '../domain/listening.ts'
import { nothing } from './common.ts'

export const listeningContract = {
  /** Saved searches and lists; of all brands with null. */
  'listening.list': {
    input: z.object({ brandId: OwnId.nullable() }),
    output: z.array(ListeningView),
  },
  /** @throws `brand.unconnected` when the brand has no handle that is signed in */
  'listening.save': { input: ListeningSave, output: ListeningView },
  /** Ends reading it; its column goes. */
  'listening.remove': { input: z.object({ id: OwnId }), output: nothing },
  /** Asks X for the newest few: paid like any other read. @throws `x.refused` with X's view of the query */
  'listening.preview': { input: ListeningInput, output: ListeningPreview },
}
