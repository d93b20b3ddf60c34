-- Of many tickets few are alive: what looks for those alone leaves the others unread.
CREATE INDEX tickets_alive ON tickets (brand_id, handle_id, channel) WHERE status IN ('new', 'open', 'pending', 'on-hold');

-- Counting a column asks its index alone whether a ticket was merged away.
DROP INDEX tickets_newest;
CREATE INDEX tickets_newest ON tickets (channel, newest_customer_at DESC, id DESC, merged_into_id);
DROP INDEX tickets_newest_by_brand;
CREATE INDEX tickets_newest_by_brand ON tickets (brand_id, channel, newest_customer_at DESC, id DESC, merged_into_id);
DROP INDEX tickets_with_dm;
CREATE INDEX tickets_with_dm ON tickets (newest_customer_at DESC, id DESC, merged_into_id) WHERE has_dm = 1;
DROP INDEX tickets_with_dm_by_brand;
CREATE INDEX tickets_with_dm_by_brand ON tickets (brand_id, newest_customer_at DESC, id DESC, merged_into_id)
  WHERE has_dm = 1;
