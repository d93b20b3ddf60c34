/** @file The tables of what X charged and may charge. */

export type SpendTable = {
  app_id: string
  day: string
  brand_id: string
  handle_id: string
  stream: string
  ticket_id: string
  kind: string
  requests: number
  delivered: number
  charged: number
  micros: number
}

export type SpendSeenTable = {
  app_id: string
  day: string
  resource: string
}

export type BudgetsTable = {
  scope: 'app' | 'brand'
  scope_id: string
  day_micros: number | null
  month_micros: number | null
  day_cap_micros: number | null
  month_cap_micros: number | null
}

export type AppUsageTable = {
  app_id: string
  day: string
  posts: number
  asked_at: number
}
