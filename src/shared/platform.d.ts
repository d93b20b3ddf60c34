/** @file The few globals that Node and browsers have alike; nothing else of either platform exists in this folder. */
declare function setTimeout(run: () => void, ms: number): unknown
declare function clearTimeout(timer: unknown): void
declare const performance: { now(): number }
declare const console: { error(...parts: unknown[]): void }
declare const crypto: { randomUUID(): string; getRandomValues<T extends Uint8Array>(into: T): T }
