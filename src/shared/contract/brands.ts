/** @file Brands, the X apps they sign in through, signing in, and reading a source now. Part of the contract. */
import { z } from 'zod'
import { OwnId, Username } from '../ids.ts'
import { AppView, BrandView, ConnectView, SourceKey } from '../domain/brand.ts'
import { BrandSettingName, BrandSettings } from '../domain/brand-settings.ts'
import { Zone } from '../domain/deadline-settings.ts'
import { ClientList, ListCounts, longestList } from '../domain/client-list.ts'
import { GoLiveCheck } from '../domain/go-live-setting.ts'
import { LeavePreview, LeaveResult } from '../domain/leaving.ts'
import { nothing } from './common.ts'

/** An app, and a user's own keys for it. */
const TokenPair = z.object({
  appId: OwnId,
  accessToken: z.string().trim().min(1).max(1_000),
  accessSecret: z.string().trim().min(1).max(1_000),
})

export const brandsContract = {
  'brand.list': { input: nothing, output: z.array(BrandView) },
  /** Wipes the brand's secrets; with `keepData` false its posts, tickets and notes go too. */
  'brand.remove': { input: z.object({ brandId: OwnId, keepData: z.boolean() }), output: nothing },
  /** What the brand should have before it goes live, and whether it has. */
  'brand.checklist': { input: z.object({ brandId: OwnId }), output: z.array(GoLiveCheck) },
  /** What a pasted list of clients would make, line by line. Reads nothing from X. */
  'brand.paste.preview': { input: z.object({ text: z.string().max(longestList) }), output: ClientList },
  /**
   * Makes what of the list stands: clients, brands that are read-only, and handles that are to be connected. One action,
   * which undo takes back while none of them is.
   */
  'brand.paste': {
    input: z.object({
      text: z.string().max(longestList),
      /** Of the new brands; that of this computer by default. */
      zone: Zone.optional(),
    }),
    output: ListCounts,
  },
  /** Takes a handle that nobody connected yet off the list of its brand. @throws `connect.not-expected` */
  'brand.drop-handle': { input: z.object({ expectedId: OwnId }), output: nothing },
  /** What there is of a brand that is to leave. */
  'brand.leave.preview': { input: z.object({ brandId: OwnId }), output: LeavePreview },
  /** Writes all that is kept of a brand beside the database, readable: one JSON object a line. @throws `disk.*` */
  'brand.leave.export': {
    input: z.object({ brandId: OwnId }),
    output: z.object({ file: z.string(), lines: z.number() }),
  },
  /**
   * Takes its sign-ins back at X, erases its keys and all its data, backups included, and leaves a receipt; it cannot be
   * undone. `confirm` is the brand's name. @throws `brand.missing`, `brand.not-confirmed`, `vault.*`
   */
  'brand.leave': {
    input: z.object({
      brandId: OwnId,
      confirm: z.string().trim().max(60),
      why: z.string().trim().min(1).max(500),
    }),
    output: LeaveResult,
  },
  /** What the brand settled for itself; what it did not has its default. */
  'brand.settings': { input: z.object({ brandId: OwnId }), output: BrandSettings },
  /** Makes one setting. @throws `input.invalid` when the value is none of that setting */
  'brand.set': {
    input: z.object({ brandId: OwnId, name: BrandSettingName, value: z.unknown() }),
    output: nothing,
  },
  'app.list': { input: nothing, output: z.array(AppView) },
  /** Stores an X app. Secrets go on to the vault and are never sent back. */
  'app.save': {
    input: z.object({
      id: OwnId.optional(),
      name: z.string().trim().min(1).max(60),
      clientId: z.string().trim().max(200).nullable(),
      clientSecret: z.string().trim().max(1_000).nullable(),
      bearer: z.string().trim().max(1_000).nullable(),
      consumerKey: z.string().trim().max(200).nullable(),
      consumerSecret: z.string().trim().max(1_000).nullable(),
    }),
    output: AppView,
  },
  /** Ends the streams of this app on other computers, and opens it here. */
  'stream.take-over': { input: z.object({ appId: OwnId }), output: nothing },
  /** Opens the way to sign in: a loopback listener, an address, a browser. `brandId` and `expected` on reconnect. */
  'connect.start': {
    input: z.object({
      appId: OwnId,
      target: z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('new'),
          clientName: z.string().trim().min(1).max(60),
          brandName: z.string().trim().min(1).max(60),
          /** The new brand's; that of this computer by default. */
          zone: Zone.optional(),
        }),
        z.object({ kind: z.literal('brand'), brandId: OwnId }),
        z.object({ kind: z.literal('reconnect'), handleId: OwnId }),
        /** A handle that a brand waits for: no other may sign in. */
        z.object({ kind: z.literal('expected'), expectedId: OwnId }),
      ]),
    }),
    output: ConnectView,
  },
  /** The address that the browser ended at, pasted by hand. */
  'connect.paste': {
    input: z.object({ sessionId: OwnId, address: z.string().max(4_000) }),
    output: ConnectView,
  },
  'connect.cancel': { input: z.object({ sessionId: OwnId }), output: nothing },
  'connect.get': { input: z.object({ sessionId: OwnId }), output: ConnectView },
  /** Signs in by a user's own OAuth 1.0a token pair of an app that has consumer keys. */
  'connect.oauth1': {
    input: z.union([
      z.object({
        ...TokenPair.shape,
        clientName: z.string().trim().min(1).max(60),
        brandName: z.string().trim().min(1).max(60),
        zone: Zone.optional(),
      }),
      z.object({ ...TokenPair.shape, expectedId: OwnId }),
    ]),
    output: z.object({ brandId: OwnId, handleId: OwnId, username: Username }),
  },
  /** Reads one source now instead of at its next time. */
  'sync.now': { input: SourceKey, output: nothing },
  /** An agent has taken note of a gap: it no longer stands on the columns. Without effect on one that is gone. */
  'gap.note': { input: z.object({ gapId: OwnId }), output: nothing },
  /** How long messages of a brand are held before they leave, ms. */
  'brand.hold': {
    input: z.object({
      brandId: OwnId,
      publicMs: z.number().int().min(0).max(60_000),
      dmMs: z.number().int().min(0).max(60_000),
    }),
    output: nothing,
  },
}
